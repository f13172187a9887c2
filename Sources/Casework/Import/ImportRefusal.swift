import AccessRules
import Diagnostics
import RecordKeeping

/// Why a file was not loaded.
package enum ImportRefusal: Error, Sendable {
    case access(AccessRefusal)
    /// The file could not be used: one diagnostic says why.
    case unusable(Diagnostic)
    /// The council's record is kept here: a file of another system would be mixed with it.
    case recordKeptHere
    case store(StoreFailure)
}

extension ImportRefusal {
    /// Leave to load files of a person's council, which must not keep its record here.
    static func leave(of person: SignedIn, in store: any RecordStore) async throws(ImportRefusal) -> Access {
        let access: Access
        switch AccessRules.access(for: person, to: .importFiles, .council(person.council), because: .work) {
        case .success(let given): access = given
        case .failure(let refusal): throw .access(refusal)
        }
        let isKeptHere: Bool
        do {
            isKeptHere = try await store.isKeptHere(person.council)
        } catch {
            throw .store(error)
        }
        if isKeptHere { throw .recordKeptHere }
        return access
    }
}

/// How far a load has come.
package struct ImportProgress: Sendable, Hashable {
    package let load: LoadID
    package let bytes: Int
    package let children: Int
}
