import API
import AccessRules
import ArgumentParser
import Casework
import Publishing
import RecordKeeping
import SQLiteRecords
import Server
import WorkingDays

extension Pack.Kind: ExpressibleByArgument {}

/// `sightline pack`: papers for those who oversee the council, as they would be made now. Nothing is kept.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Print a pack for committee, reference group, team or branch, or the director's page.",
        discussion: """
            Names nobody. Counts from 1 to 4 are hidden, with whatever would give them away; in the director's page they are not. \
            What is kept and released is made on the page of packs.
            Exit code 0: printed. 2: it could not be read.
            """)

    @Argument(help: "committee, reference-group, team, branch or director.")
    var kind: Pack.Kind

    @Option(help: "For a team or branch pack, the id of the team.")
    var team: String?

    @Option(help: "A day; measures go to the last month that is over by then. Today when there is none.")
    var asOf: Day?

    @Option(help: "How to print: json or html.")
    var format: OutputFormat = .html

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard format == .json || format == .html else { throw ValidationError("--format takes json or html.") }
    }

    func run() async throws {
        let standards = try data.standards()
        let keeper = try store.openExisting(data.shipped(standards))
        do {
            let council = try await store.council(in: keeper)
            let today = Clock.now().londonDay
            let making = MakePack(
                keeper, who: .commandLine(council), standards: standards, today: max(today, asOf ?? today))
            let pack = try await making.make(kind, team: team, asOf: asOf ?? today, at: Clock.now())
            switch format {
            case .json:
                Output.write(try StoredTextEncoder().bytes(of: pack) + [UInt8(ascii: "\n")])
            default: Output.write(PackFile.html(pack))
            }
            try keeper.close()
        } catch let refusal as MakePack.Refusal {
            throw Refused(refusal.words)
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
