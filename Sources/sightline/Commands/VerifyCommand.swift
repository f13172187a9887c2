import API
import AccessRules
import ArgumentParser
import Casework
import RecordKeeping
import SQLiteRecords

/// `sightline verify`: whether every entry is as it was recorded, and none is missing.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chains of entries and logs and the bytes of documents, and name the first that is broken.",
        discussion: "Exit code 0: whole. 1: broken. 2: the database cannot be opened.")

    @Option(
        help: "What verify printed as head before, kept elsewhere: shows a tail that was cut off any of the chains.")
    var head: String?

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        var expected: RecordHeads?
        if let head {
            guard let given = RecordHeads(head) else {
                throw ValidationError("--head takes what verify printed as head, or SEQUENCE:HASH of the entries.")
            }
            expected = given
        }
        let keeper = try store.openExisting(data.shipped(data.standards()))
        let report: ChainReport
        let heads: RecordHeads
        let unlogged: UnloggedRights
        var broken = Broken()
        do {
            let council = try await store.council(in: keeper)
            report = try await keeper.verify(council, expecting: expected?.entries)
            heads = try await keeper.heads(of: council)
            unlogged = try await keeper.unloggedRights(of: council)
            broken.look = try await keeper.firstBrokenLook(of: council)
            broken.change = try await keeper.firstBrokenAccountChange(of: council)
            broken.glass = try await keeper.firstBrokenNeedToKnowChange(of: council)
            broken.document = try await keeper.firstBrokenDocument(of: council)
            broken.snapshot = try await VerifySnapshots(store: keeper, person: .commandLine(council))()
            for (log, head) in expected?.logs ?? [:] {
                try await broken.note(log, keeper.fault(of: log, in: council, expecting: head))
            }
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
        print(report, heads, broken, unlogged)
        if !report.isWhole || broken.isAny || !unlogged.isNone { throw ExitCode(1) }
    }

    /// The first of each kind that is not as it was written.
    private struct Broken {
        var look: Int64?
        var change: Int64?
        var glass: Int64?
        var document: Int64?
        /// A plan and the month of its snapshot.
        var snapshot: String?

        /// What a head kept elsewhere shows, where the chain itself shows nothing before it.
        mutating func note(_ log: KeptLog, _ fault: ChainFault?) {
            guard let fault else { return }
            switch log {
            case .looks: look = look ?? fault.sequence
            case .accounts: change = change ?? fault.sequence
            case .needToKnow: glass = glass ?? fault.sequence
            }
        }

        var isAny: Bool { snapshot != nil || [look, change, glass, document].contains { $0 != nil } }
    }

    private func print(
        _ report: ChainReport, _ heads: RecordHeads, _ broken: Broken, _ unlogged: UnloggedRights
    ) {
        if format == .json {
            var json = JSONText()
            json.object {
                $0.field("whole", report.isWhole && !broken.isAny && unlogged.isNone)
                $0.field("entries", Int(report.entries))
                $0.field("erased", Int(report.erased))
                $0.field("head", heads.description)
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
                $0.field("firstBrokenSnapshot", broken.snapshot)
                $0.key("accountsNoLogTellsOf")
                $0.array(unlogged.accounts) { $0.text($1.text) }
                $0.key("childrenNoLogTellsOf")
                $0.array(unlogged.children) { $0.text($1.text) }
            }
            return Output.write(json.bytes + [UInt8(ascii: "\n")])
        }
        var text = "\(report.entries) entries, \(report.erased) of them erased with authority.\n"
        if let fault = report.fault {
            text += "Broken at entry \(fault.sequence): \(fault.words).\n"
        } else {
            text += "Whole. Head \(heads)\n"
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
        text +=
            broken.snapshot.map { "The snapshot \($0) is not as it was signed.\n" }
            ?? "The snapshots of improvement plans are whole.\n"
        for account in unlogged.accounts {
            text += "What the account \(account) may do is not what the log of accounts says.\n"
        }
        for child in unlogged.children {
            text += "Who may open \(child) is not what the log of that says.\n"
        }
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
