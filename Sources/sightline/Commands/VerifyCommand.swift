import API
import ArgumentParser
import RecordKeeping
import SQLiteRecords

/// `sightline verify`: whether every entry is as it was recorded, and none is missing.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chains of entries and logs and the bytes of documents, and name the first that is broken.",
        discussion: "Exit code 0: whole. 1: broken. 2: the database cannot be opened.")

    @Option(help: "A head kept elsewhere, SEQUENCE:HASH: shows a tail that was cut off.")
    var head: String?

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        var expected: ChainHead?
        if let head {
            guard let given = ChainHead(head) else { throw ValidationError("--head takes SEQUENCE:HASH.") }
            expected = given
        }
        let keeper = try store.openExisting(data.shipped(data.standards()))
        let report: ChainReport
        let brokenLook: Int64?
        let brokenChange: Int64?
        let brokenGlass: Int64?
        let brokenDocument: Int64?
        do {
            let council = try await store.council(in: keeper)
            report = try await keeper.verify(council, expecting: expected)
            brokenLook = try await keeper.firstBrokenLook(of: council)
            brokenChange = try await keeper.firstBrokenAccountChange(of: council)
            brokenGlass = try await keeper.firstBrokenNeedToKnowChange(of: council)
            brokenDocument = try await keeper.firstBrokenDocument(of: council)
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
        let broken = Broken(look: brokenLook, change: brokenChange, glass: brokenGlass, document: brokenDocument)
        print(report, broken)
        if !report.isWhole || broken.isAny { throw ExitCode(1) }
    }

    /// The first of each kind that is not as it was written.
    private struct Broken {
        let look: Int64?
        let change: Int64?
        let glass: Int64?
        let document: Int64?

        var isAny: Bool { [look, change, glass, document].contains { $0 != nil } }
    }

    private func print(
        _ report: ChainReport, _ broken: Broken
    ) {
        if format == .json {
            var json = JSONText()
            json.object {
                $0.field("whole", report.isWhole && !broken.isAny)
                $0.field("entries", Int(report.entries))
                $0.field("erased", Int(report.erased))
                $0.field("head", report.head.description)
                $0.key("firstBroken")
                if let fault = report.fault { $0.number(Int(fault.sequence)) } else { $0.null() }
                $0.field("because", report.fault?.words)
                $0.key("firstBrokenLook")
                if let brokenLook = broken.look { $0.number(Int(brokenLook)) } else { $0.null() }
                $0.key("firstBrokenAccountChange")
                if let brokenChange = broken.change { $0.number(Int(brokenChange)) } else { $0.null() }
                $0.key("firstBrokenNeedToKnowChange")
                if let brokenGlass = broken.glass { $0.number(Int(brokenGlass)) } else { $0.null() }
                $0.key("firstBrokenDocument")
                if let brokenDocument = broken.document { $0.number(Int(brokenDocument)) } else { $0.null() }
            }
            return Output.write(json.bytes + [UInt8(ascii: "\n")])
        }
        var text = "\(report.entries) entries, \(report.erased) of them erased with authority.\n"
        if let fault = report.fault {
            text += "Broken at entry \(fault.sequence): \(fault.words).\n"
        } else {
            text += "Whole. Head \(report.head)\n"
        }
        text += broken.look.map { "The access log is broken at line \($0).\n" } ?? "The access log is whole.\n"
        text +=
            broken.change.map { "The log of accounts is broken at line \($0).\n" } ?? "The log of accounts is whole.\n"
        text +=
            broken.glass.map { "The log of who may open whom is broken at line \($0).\n" }
            ?? "The log of who may open whom is whole.\n"
        text +=
            broken.document.map { "The document of entry \($0) is gone or was changed.\n" }
            ?? "The documents are whole.\n"
        Output.write(text)
    }
}

extension ChainFault {
    var words: String {
        switch reason {
        case .missing: "it is not there"
        case .linkBroken: "it does not follow from the entry before it"
        case .columnsChanged: "what it says about itself was changed"
        case .textChanged: "its text was changed"
        case .textMissing: "its text is gone, and no authority is recorded"
        case .cutShort: "the chain ends before it, and the head kept elsewhere does not"
        case .headDiffers: "it is not the entry the head kept elsewhere names"
        }
    }
}
