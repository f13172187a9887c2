import AccessRules
import Diagnostics
import RecordKeeping

/// Why a file was not loaded.
package enum ImportRefusal: Error, Sendable {
    case access(AccessRefusal)
    /// The file could not be used: one diagnostic says why.
    case unusable(Diagnostic)
    case store(StoreFailure)
}

/// How far a load has come.
package struct ImportProgress: Sendable, Hashable {
    package let load: LoadID
    package let bytes: Int
    package let children: Int
}
