import CINCensus
import ChildJourney
import FileFormats
import Simulation
import Testing
import WorkingDays

@Suite struct `A simulated council` {
    /// Everything about a child, as text.
    private func whole(_ child: SimulatedChild) -> String {
        let records = child.journey.records.map { "\($0.id) \($0.body)" }
        return ([child.id, child.planted ?? ""] + records + child.truths.map { $0.line(about: child.id) })
            .joined(separator: "\n")
    }

    @Test func `the same seed makes the same children, and another seed others`() throws {
        let first = try SimulationFixture.council(seed: 7)
        let again = try SimulationFixture.council(seed: 7)
        let other = try SimulationFixture.council(seed: 8)
        #expect((1...60).map { whole(first.child($0)) } == (1...60).map { whole(again.child($0)) })
        #expect((1...60).map { whole(first.child($0)) } != (1...60).map { whole(other.child($0)) })
    }

    @Test func `a child made alone is the child of the whole run, however many threads made it`() throws {
        let council = try SimulationFixture.council(children: 3200)
        let alone = [1, 999, 1000, 1001, 2345, 3200].map { whole(council.child($0)) }
        for jobs in [1, 3] {
            let run = SimulatedBatches(council, jobs: jobs).flatMap { $0 }
            #expect(run.map(\.number) == Array(1...3200))
            #expect([1, 999, 1000, 1001, 2345, 3200].map { whole(run[$0 - 1]) } == alone)
        }
    }

    @Test
    func `a child does not depend on how many children the council has, but for the last family and the odd teams`()
        throws
    {
        let small = try SimulationFixture.council(children: 200)
        let larger = try SimulationFixture.council(children: 280)
        #expect((1...190).map { whole(small.child($0)) } == (1...190).map { whole(larger.child($0)) })
    }

    @Test func `the same seed makes the same census, byte for byte`() throws {
        func census() throws -> [UInt8] {
            let output = ByteWriter()
            let writer = CensusWriter(
                XMLWriter(output), council: "999", referenceDay: SimulationFixture.referenceDay, software: "a test")
            let council = try SimulationFixture.council(children: 300)
            for number in 1...300 { writer.write(council.child(number).journey, of: SimulatedChild.id(number)) }
            try writer.finish()
            return output.bytes
        }
        let bytes = try census()
        #expect(bytes.count > 100_000)
        #expect(try census() == bytes)
    }

    @Test func `nothing is recorded after the reference day or before the history`() throws {
        for (text, years) in [("2026-03-31", 3), ("2024-02-29", 5), ("2018-03-31", 3)] {
            let today = SimulationFixture.day(text)
            let council = try SimulationFixture.council(children: 1200, years: years, on: today)
            let first = today.adding(months: -12 * years)
            for number in 1...1200 {
                for record in council.child(number).journey.records {
                    guard let day = record.body.happenedOn, !(record.body is Conference) else { continue }
                    #expect(day > first && day <= today, "\(number) \(record.id) \(day)")
                }
            }
        }
    }

    @Test func `brothers and sisters share a family, a surname and a home, and name each other`() throws {
        let council = try SimulationFixture.council(children: 400)
        let children = (1...400).map { council.child($0) }
        let families = Dictionary(grouping: children) { $0.journey.familyLinks.first?.family ?? "" }
        #expect(families.count > 150)
        for family in families.values {
            #expect(Set(family.map { $0.journey.person?.surname }).count == 1)
            #expect(Set(family.map { $0.journey.addresses.first?.postcode }).count == 1)
            for child in family {
                #expect(
                    Set(child.journey.relationships.map(\.other)) == Set(family.map(\.id)).subtracting([child.id]))
            }
        }
    }

    @Test func `every worker and team a child's record names is in the workforce`() throws {
        let council = try SimulationFixture.council(children: 1000)
        let workforce = council.workforce
        for number in 1...1000 {
            for allocation in council.child(number).journey.allocations {
                #expect(workforce.workers[allocation.worker ?? ""] != nil)
                #expect(workforce.teams[allocation.team ?? ""] != nil)
            }
        }
    }

    @Test func `a pupil number has its check letter, and a school number no school has`() throws {
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
        for child in [1, 42, 999_999, 1_000_000] {
            let number = PupilNumber.number(ofChild: child)
            let digits = number.dropFirst().compactMap(\.wholeNumberValue)
            #expect(digits.count == 12)
            #expect(number.first == letters[zip(digits, 2...13).reduce(0) { $0 + $1.0 * $1.1 } % 23])
            #expect(digits[3] == 0)
        }
    }
}
