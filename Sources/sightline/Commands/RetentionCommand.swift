import API
import AccessRules
import ArgumentParser
import Casework
import ChildJourney
import Duties
import Foundation
import RecordKeeping
import Retention
import SQLiteRecords
import WorkingDays

/// `sightline retention`: what is past its retention, why, and what keeps it.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "List the records that are past their retention, with the row that says so and what keeps them.",
        discussion: """
            Numbers of children and no names. Nothing is destroyed by it. Restricted children are counted.
            Exit code 0: listed. 1: some are past their retention and --fail-when-past was given. 2: it could not be read.
            """)

    @Option(help: "The day it is about; today when there is none.")
    var asOf: Day?

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @Flag(help: "End with exit code 1 when anything is past its retention and nothing keeps it.")
    var failWhenPast = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    private static let atOnce = 500

    func validate() throws {
        guard format == .table || format == .json else { throw ValidationError("--format takes table or json.") }
    }

    func run() async throws {
        let standards = try data.standards()
        let keeper = try store.openExisting(data.shipped(standards))
        var cases: [RetentionCase] = []
        var restricted = 0
        do {
            let council = try await store.council(in: keeper)
            let access = try AccessRules.access(
                for: .commandLine(council), to: .seeRetention, .council(council), because: .work
            ).get()
            var after: RetentionPlace?
            repeat {
                let page = try await keeper.pastRetention(
                    on: asOf ?? Clock.now().londonDay, after: after, limit: Self.atOnce, access: access,
                    at: Clock.now())
                cases += page.lines.compactMap(\.self)
                restricted += page.lines.filter { $0 == nil }.count
                after = page.next
            } while after != nil
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
        Output.write(format == .json ? json(cases, restricted) : Array(table(cases, restricted).utf8))
        if failWhenPast, cases.contains(where: { $0.blocks.isEmpty }) || restricted > 0 { throw ExitCode(1) }
    }

    private func table(_ cases: [RetentionCase], _ restricted: Int) -> String {
        var text = "\(cases.count + restricted) past their retention, \(restricted) of them restricted.\n"
        for found in cases {
            guard case .until(let until, let reasons) = found.verdict else { continue }
            text += "\(found.child.text)\tkept until \(until)\n"
            for reason in reasons {
                text += "    \(reason.row.id): \(reason.row.lengthWords) (\(reason.from)), until \(reason.until)\n"
            }
            for block in found.blocks { text += "    kept by \(block.words)\n" }
            if let proposal = found.proposal { text += "    proposed on \(proposal.body.on)\n" }
        }
        return text
    }

    private func json(_ cases: [RetentionCase], _ restricted: Int) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("total", cases.count + restricted)
            json.field("restricted", restricted)
            json.key("children")
            json.array(cases) { json, found in
                json.object { json in
                    json.field("child", found.child.text)
                    json.field("keptUntil", found.verdict.keepUntil?.description)
                    json.key("because")
                    var reasons: [RetentionReason] = []
                    if case .until(_, let all) = found.verdict { reasons = all }
                    json.array(reasons) { json, reason in
                        json.object { json in
                            json.field("row", reason.row.id)
                            json.field("length", reason.row.lengthWords)
                            json.field("from", reason.from.description)
                            json.field("until", reason.until.description)
                            json.field("source", reason.row.source)
                            json.field("verification", reason.row.verification.rawValue)
                            json.field("councilsOwn", reason.row.standing == .localPractice)
                        }
                    }
                    json.key("keptBy")
                    json.array(found.blocks) { $0.text($1.words) }
                    json.field("proposedOn", found.proposal?.body.on.description)
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
