import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What the pages of one inspection share: who asks, which inspection, and how a form is recorded or shown again.
struct InspectionDesk {
    let live: Live
    let context: RequestDetails
    let id: String

    init(_ live: Live, _ context: RequestDetails) throws {
        self.live = live
        self.context = context
        id = try context.pathPart("inspection")
    }

    var frameworks: InspectionFrameworks { live.standards.frameworks }
    var address: String { "/audit/inspections/\(PercentText.encode(id))" }

    func assurer() throws -> Assurer { try AuditRoutes(live: live).assurer(context) }

    /// Leave to do any of these; thrown where there is none.
    @discardableResult
    func leave(toAny verbs: [Verb]) throws -> SignedInPerson {
        let person = try context.signedIn().person
        let verb = verbs.first { person.role.mayDo.contains($0) } ?? verbs[0]
        _ = try context.leave(to: verb, in: live)
        return person
    }

    func file() async throws -> InspectionFile {
        let access = try context.leave(to: .seeAssurance, in: live)
        let subject = Assurer.inspection(id)
        let history = try await live.store.assuranceWork(subject, access: access)
        guard let file = InspectionFile(subject.id, history, under: frameworks) else { throw Refused.notFound }
        guard file.mayRead(access.who) else { throw AccessRefusal.outsideInspection }
        return file.withoutDraft(for: access.who).masked(
            by: try await live.store.withholding(ofChildrenIn: id, access: access))
    }

    /// The inspection for whoever may read what it will say; a draft is not for everybody who sees that it is held.
    func draft() async throws -> InspectionFile {
        let file = try await file()
        if file.isDraftLeftOut { try leave(toAny: [.inspect, .answerInspection]) }
        return file
    }

    func showing() async throws -> InspectionShowing {
        let file = try await draft()
        return InspectionShowing(
            file: file, visit: frameworks.visitKind(file.inspection.body.visit), calendar: live.standards.calendar)
    }

    func names() async throws -> PeopleNames {
        PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
    }

    func trail(_ file: InspectionFile) -> [Link] {
        [
            Link(words: "Audit", href: MainSection.audit.path),
            Link(words: "Inspection of \(file.inspection.body.council)", href: address),
        ]
    }

    /// A new id for what the form records, so that the form sent twice is recorded once.
    static var newItem: String { "item-\(SecretToken().text.prefix(20))" }

    func item(_ form: FormReader) throws -> RecordID {
        guard let id = form.given("form"), id.hasPrefix("item-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        return RecordID(id)
    }

    func respond(
        _ name: String, _ lede: String, _ parts: [InspectionPartPage.Part], _ file: InspectionFile,
        errors: [FieldError] = []
    ) async throws -> Response {
        let page = InspectionPartPage(
            name: name, lede: lede, trail: trail(file), parts: parts,
            csrfToken: try context.signedIn().formToken.masked(), errors: errors)
        return .page(
            page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Records what a form says, or says beside `field` why it was not.
    func record(
        _ form: inout FormReader, field: String, _ work: () async throws(AssuranceRefusal) -> Void
    ) async throws -> Bool {
        do throws(AssuranceRefusal) {
            try await work()
            return true
        } catch {
            form.note(field, try AuditRoutes.sentence(error))
            return false
        }
    }
}
