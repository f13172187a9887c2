import ChildJourney
import FileFormats
import Foundation
import SafeguardingDataset
import Testing
import WorkingDays

@Suite struct RoundTripTests {
    @Test func `what is written is read back the same`() throws {
        try DatasetFixture.withFolder { folder in
            let written = (1...200).map { InventedChild(number: $0) }
            try write(written, to: folder)
            let extract = try DatasetExtract(path: folder)
            let read = try extract.persons
            #expect(read.count == written.count)
            for child in written {
                let found = read.first { $0.id == child.id }?.journey.datasetLines ?? []
                #expect(Set(found).symmetricDifference(child.journey.datasetLines) == [])
                #expect(found == child.journey.datasetLines)
            }
            #expect(extract.workforce.workers == InventedChild.workforce.workers)
            #expect(extract.workforce.teams == InventedChild.workforce.teams)
            #expect(extract.diagnostics == [])
        }
    }

    @Test func `children come in the same order from memory, from working files and from two threads`() throws {
        try DatasetFixture.withFolder { folder in
            try write((1...300).map { InventedChild(number: $0) }, to: folder)
            let inMemory = try DatasetExtract(path: folder, workerCount: 1)
            let spilled = try DatasetExtract(path: folder, workFolder: folder, memoryLimit: 0)
            let expected = try inMemory.persons.map { $0.journey.datasetLines }
            #expect(try spilled.persons.map { $0.journey.datasetLines } == expected)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { $0.hasSuffix(".csv") })
            var parallel: [[String]] = []
            try spilled.forEachPartition(
                begin: { [[String]]() }, body: { $0.append($1.journey.datasetLines) }, deliver: { parallel += $0 })
            #expect(parallel == expected)
        }
    }

    @Test func `the same journeys make the same bytes`() throws {
        try DatasetFixture.withFolder { folder in
            for name in ["one", "two"] {
                try write((1...50).map { InventedChild(number: $0) }, to: "\(folder)/\(name)")
            }
            for file in try FileManager.default.contentsOfDirectory(atPath: folder + "/one") {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: "\(folder)/one/\(file)", andPath: "\(folder)/two/\(file)"))
            }
        }
    }

    @Test func `every table is written with the columns of version 1-4-5, in their order`() throws {
        try DatasetFixture.withFolder { folder in
            try write([], to: folder)
            var expected: [String: [String]] = [:]
            let list = try String(contentsOfFile: DatasetFixture.columnsPath, encoding: .utf8)
            for line in list.split(separator: "\n").dropFirst() {
                let parts = line.split(separator: "\t")
                expected[String(parts[0]), default: []].append(String(parts[2]))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 26)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                let columns = expected[String(file.dropLast(4))]
                #expect(String(text.prefix { !$0.isNewline }) == columns?.joined(separator: ","))
            }
        }
    }

    private func write(_ children: [InventedChild], to folder: String) throws {
        let writer = try DatasetWriter(folder: folder)
        writer.write(InventedChild.workforce)
        for child in children { writer.write(child.journey, of: child.id) }
        try writer.finish()
    }
}
