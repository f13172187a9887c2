import AccessRules
import WorkingDays

/// Packs as they were made. What is kept of one is never changed; a second person's release is added to it.
package protocol PackKeeping: Sendable {
    /// Its number. `form` is the form it was asked for with: sent twice, it is kept once.
    func keep(_ pack: Pack, form: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Int64
    /// Latest first; for those who see numbers only, those that are released.
    func packs(access: Access) async throws(StoreFailure) -> [KeptPack]
    /// Nil where there is none, or none for this reader.
    func pack(_ number: Int64, access: Access) async throws(StoreFailure) -> KeptPack?
    /// False where whoever asks made it, where it is not for members, or where it is released already.
    func releasePack(_ number: Int64, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool
}
