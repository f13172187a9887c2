import AccessRules
import ArgumentParser
import Casework
import Duties
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// Which database, and which council in it.
struct StoreOptions: ParsableArguments {
    @Option(help: "The database: sqlite:PATH, or a path.")
    var database: String = "sightline.db"

    @Option(help: "The council's three-digit national code, or a name for an invented one.")
    var council: String?

    /// The council named, or the invented one there is without a name.
    func code() throws -> CouncilCode {
        guard let code = CouncilCode(council ?? "999") else {
            throw ValidationError("--council takes 1 to 16 letters, digits or hyphens.")
        }
        return code
    }

    /// Where files that are being uploaded wait; emptied at every start.
    var uploadFolder: String { "\(DatabaseAddress(database)?.path ?? database).uploads" }

    func open(_ standards: ShippedStandards) throws -> SQLiteStore {
        guard let address = DatabaseAddress(database) else {
            throw ValidationError("--database takes sqlite:PATH or a path.")
        }
        do {
            return try SQLiteStore(at: address, standards: standards)
        } catch {
            throw Refused("the database cannot be opened: \(error.words)")
        }
    }

    /// Opens a database that must be there already, so that a mistyped name is an error and not an empty record.
    func openExisting(_ standards: ShippedStandards) throws -> SQLiteStore {
        guard let address = DatabaseAddress(database) else {
            throw ValidationError("--database takes sqlite:PATH or a path.")
        }
        guard FileManager.default.fileExists(atPath: address.path) else {
            throw Refused("there is no database at \(database)")
        }
        return try open(standards)
    }
}

/// A sentence on standard error, and exit code 2.
struct Refused: Error {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}

/// The one clock.
enum Clock {
    static let now: @Sendable () -> Moment = {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}

extension SignedIn {
    /// Whoever runs the program on the council's own machine. What they do is recorded under this name.
    static func commandLine(_ council: CouncilCode) -> SignedIn {
        SignedIn(council: council, user: "command-line", role: .manager)
    }
}

extension StoreFailure {
    /// One plain sentence, naming nobody.
    var words: String {
        switch self {
        case .full: "the disk is full"
        case .busy: "something else is using it"
        case .readOnly: "it may not be written to"
        case .notADatabase: "it is not a Sightline database"
        case .newerThanProgram: "it was made by a later release of Sightline"
        case .unreadable: "it holds an entry this release cannot read"
        case .damaged(let table): "a row of \(table) is damaged"
        case .notFound: "it is not there"
        case .onHold: "a legal hold stands on it"
        case .accessMismatch: "leave was given for something else"
        case .stopped: "the store has been stopped"
        case .database(let code): "database error \(code)"
        }
    }
}
