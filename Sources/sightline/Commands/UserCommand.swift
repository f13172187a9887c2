import AccessRules
import ArgumentParser
import Casework
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline user`: makes an account, or sets its password anew. The password is read from standard input, so that it
/// stands in no list of processes.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Make an account, or set its password; the password is read from standard input."
    )

    @Argument(help: "The name they sign in with.")
    var name: String

    @Option(
        help: ArgumentHelp(
            "What they may do: \(Role.allCases.map(\.rawValue).joined(separator: ", ")). Needed for a new account."))
    var role: String?

    @Option(help: "Their name as pages show it. What an account has already stays where this is not given.")
    var shown: String?

    @Option(help: "Their team's id in the record. What an account has already stays where this is not given.")
    var team: String?

    @Option(help: "For an inspector: the id of an inspection that lets them in from today on.")
    var inspection: String?

    @Option(help: "The last day on which that inspection lets them in: 2026-11-30.")
    var until: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let asked = role.flatMap(Role.init(rawValue:))
        guard role == nil || asked != nil else {
            throw ValidationError("--role takes one of \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        guard let password = readLine(strippingNewline: true) else { throw Refused("no password was given") }
        let keeper = try store.open(data.shipped(data.standards()))
        var random = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        do {
            let council = try await store.council(in: keeper)
            if try await !keeper.councils().contains(where: { $0.code == council }) {
                try await keeper.addCouncil(council, name: "Council \(council)")
            }
            let id = UserID(name.lowercased())
            let before = try await keeper.user(id, in: council)
            guard let role = asked ?? before?.role else {
                throw ValidationError("--role must be given for a new account.")
            }
            let user = User(
                council: council, id: id, name: shown ?? before?.name ?? name, role: role, team: team ?? before?.team)
            try await AddUser(store: keeper)(
                user, password: password, salt: salt, by: "command-line", at: Clock.now())
            try await letIn(id, role, council, keeper)
            Output.write("\(id) may sign in as \(role.words).\n")
        } catch let refusal as AddUser.Refusal {
            switch refusal {
            case .passwordTooShort: throw Refused("a password has at least \(AddUser.shortestPassword) characters")
            case .lastAdministrator:
                throw Refused("this is the last active administrator: make somebody else an administrator first")
            case .cannotHash: throw Refused("the password could not be kept")
            case .store(let failure): throw Refused(failure.words)
            }
        } catch let refusal as AssuranceRefusal {
            throw Refused(refusal.words)
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    /// NB: whoever is at the council's own machine needs no second person: they have the database anyway.
    private func letIn(
        _ id: UserID, _ role: Role, _ council: CouncilCode, _ keeper: any RecordStore
    ) async throws {
        guard let inspection else { return }
        guard role == .inspector, let until = until.flatMap({ Day($0) }) else {
            throw ValidationError("--inspection is for an inspector, and takes --until: 2026-11-30.")
        }
        let person = SignedIn(council: council, user: "command-line", role: .manager)
        try await LetInspectorsIn(
            Assurer(store: keeper, person: person, now: Clock.now), try data.standards().frameworks
        ).letIn(id, until: until, into: inspection)
    }
}
