import AccessRules
import RecordKeeping

extension Assurer {
    /// Nothing that is written in a plan names a child of the record, or tells what is withheld of one: people who may open no child
    /// read it, and it stands in packs.
    ///
    /// - Parameter fields: What each is called, at the beginning of a sentence, and what was typed.
    func leaveOutOfPlans(_ fields: [(name: String, words: String?)]) async throws(AssuranceRefusal) {
        let typed = fields.compactMap { field in field.words.map { (field.name, $0) } }
        guard !typed.isEmpty else { return }
        let access = try leave(to: .updateAction)
        let (store, now) = (store, now())
        let told = try await stored { () throws(StoreFailure) in
            try await store.told(by: typed.map(\.1), access: access, at: now)
        }
        for (field, told) in zip(typed, told) { if let told { throw .tellsOfAny(field.0, told) } }
    }
}
