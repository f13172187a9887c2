import AccessRules
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// A form as the server keeps it while it is typed: for its writer alone, and about the one child or adult it was opened for.
struct KeptForm {
    let live: Live
    /// Leave to write about the subject, asked for with this request.
    let access: Access
    let subject: SubjectID
    /// What the draft is kept under, beside its writer and its subject.
    let name: String

    /// What belongs to the browser a form was sent from, or to one sending of it.
    static let passing: Set<String> = [FormToken.field, "keep", "quiet", "form", "afresh"]

    /// What stands in a form that was sent, as a draft keeps it.
    static func text(_ fields: FormFields, but passing: Set<String> = passing) -> String {
        FormFields(fields.fields.filter { !passing.contains($0.name) }).query
    }

    /// What was begun; nil where nothing was.
    func begun() async throws -> (fields: FormFields, keptAt: Moment)? {
        guard let draft = try await live.store.draft(of: name, about: subject, access: access) else { return nil }
        return (try FormFields(encoded: Array(draft.fields.utf8)), draft.savedAt)
    }

    /// The answer to a form that was not sent but kept, or begun again; nil where it was sent. A draft need not be right.
    func answer(
        _ form: FormReader, id: RecordID, at address: String, afresh: String? = nil,
        but passing: Set<String> = passing
    ) async throws -> Response? {
        if form.given("afresh") != nil {
            try await forget()
            return .seeOther(afresh ?? address)
        }
        guard form.given("keep") != nil else { return nil }
        let draft = Draft(
            id: id, owner: access.who.user, child: subject, form: name, fields: Self.text(form.fields, but: passing),
            savedAt: live.now())
        try await live.store.keep(draft, access: access)
        // The page kept it by itself, and needs no page in return.
        return form.given("quiet") != nil ? Response(status: .noContent) : .seeOther(address)
    }

    func forget() async throws {
        try await live.store.forgetDraft(of: name, about: subject, access: access)
    }

    static func words(_ keptAt: Moment) -> String { "You began this, and it was kept on \(keptAt.words)." }
}
