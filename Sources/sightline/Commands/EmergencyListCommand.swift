import API
import AccessRules
import ArgumentParser
import Casework
import Foundation
import HTML
import Pages
import RecordKeeping
import SQLiteRecords
import Server
import WorkingDays

/// `sightline emergency-list`: the children at highest risk and what to do for each, to be printed every night.
struct EmergencyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emergency-list",
        abstract: "Write the children at highest risk and the plan for each, for the day the system is down.",
        discussion:
            "Every child on it is logged as opened. It holds names and no addresses: keep it where records are kept.")

    @Option(help: "The day it is about; today when there is none.")
    var asOf: Day?

    @Option(help: "Where to write it; the file is readable by its owner alone.")
    var output: String

    @Option(help: "How to write it: html or json.")
    var format: ListFormat = .html

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    enum ListFormat: String, ExpressibleByArgument, CaseIterable { case html, json }

    func run() async throws {
        let council = try store.code()
        let standards = try data.standards()
        let keeper = try store.openExisting(data.shipped(standards))
        do {
            guard let known = try await keeper.councils().first(where: { $0.code == council }) else {
                throw Refused("there is no council called \(council) in this database")
            }
            let making = EmergencyListMaking(
                store: keeper, person: .commandLine(council), councilName: known.name, now: Clock.now,
                standards: standards)
            let list = try await making.list(on: asOf ?? Clock.now().londonDay)
            try write(format == .json ? Self.json(list) : EmergencyListHTML(list: list).bytes)
            Output.write("\(list.children.count) children written to \(output).\n")
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    /// Never wider open than to its owner, not even while it is being written.
    private func write(_ bytes: [UInt8]) throws {
        let part = output + ".part"
        try? FileManager.default.removeItem(atPath: part)
        guard
            FileManager.default.createFile(
                atPath: part, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw Refused("\(output) cannot be written") }
        guard rename(part, output) == 0 else { throw Refused("\(output) cannot be written") }
    }

    private static func json(_ list: EmergencyList) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("council", list.council)
            json.field("made", list.made)
            json.field("asAt", list.asAt)
            json.field("doubt", list.doubt)
            json.field("more", list.more)
            json.field("restricted", list.restricted)
            json.key("children")
            json.array(list.children) { json, child in
                json.object { json in
                    json.field("name", child.name)
                    json.field("number", child.number)
                    json.field("about", child.about)
                    json.key("missing")
                    json.array(child.plan.missing) { $0.text($1) }
                    json.key("plan")
                    json.array(child.plan.lines) { json, line in
                        json.object { json in
                            json.field("what", line.words)
                            json.field("words", line.value)
                        }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

/// The list as one page that stands alone.
struct EmergencyListHTML: HTMLDocument {
    let list: EmergencyList

    var bytes: [UInt8] { render() }
    var title: String { "Emergency list" }
    let lang = "en-GB"

    var head: some HTML {
        HTMLRaw(
            """
            <style>body{font:1rem/1.5 system-ui,sans-serif;color:#14213d;max-width:60rem;margin:2rem auto;padding:0 1rem}
            li{break-inside:avoid}h2{font-size:1.1rem;margin:.8rem 0 .2rem}p,ul{margin:.2rem 0}
            dl{margin:.3rem 0}dt{font-weight:600}dd{margin:0 0 .2rem 1rem}
            @media print{body{font-size:10pt;margin:0;max-width:none}}</style>
            """)
    }

    var body: some HTML {
        main { EmergencyListView(list: list) }
    }
}
