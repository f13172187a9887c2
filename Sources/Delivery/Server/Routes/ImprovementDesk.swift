import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Improvement
import Pages
import RecordKeeping
import WorkingDays

/// What the pages of improvement plans share: who asks, which plan, and how a form is recorded or shown again.
struct ImprovementDesk {
    static let path = "/improvement"

    let live: Live
    let context: RequestDetails

    init(_ live: Live, _ context: RequestDetails) {
        self.live = live
        self.context = context
    }

    static func address(_ plan: String) -> String { "\(path)/\(PercentText.encode(plan))" }

    func assurer() throws -> Assurer { try AuditRoutes(live: live).assurer(context) }
    func see() throws -> SeePlan { SeePlan(try assurer()) }
    func keep() throws -> KeepPlan { KeepPlan(try assurer(), live.standards.frameworks) }
    func meetings() throws -> HoldPlanMeeting { HoldPlanMeeting(try assurer(), try keep()) }

    /// Leave to do this; thrown where there is none.
    @discardableResult
    func leave(to verb: Verb) throws -> SignedInPerson { try context.leave(to: verb, in: live).who }

    var mayKeep: Bool { (try? context.signedIn().person.mayDo.contains(.keepPlan)) ?? false }

    func mayTakeOn(_ owner: String) -> Bool {
        guard let person = try? context.signedIn().person, person.mayDo.contains(.updateAction) else { return false }
        return person.user.text == owner || mayKeep
    }

    /// The plan of the address.
    func file() async throws -> PlanFile {
        let (see, id) = (try see(), try context.pathPart("plan"))
        return try await asked { () async throws(AssuranceRefusal) in try await see.file(id) }
    }

    func standing(_ file: PlanFile) async throws -> PlanStanding {
        let see = try see()
        return try await asked { () async throws(AssuranceRefusal) in try await see.standing(of: file, to: live.today) }
    }

    func asked<Value>(_ work: () async throws(AssuranceRefusal) -> Value) async throws -> Value {
        do throws(AssuranceRefusal) {
            return try await work()
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw Refused.notFound
        }
    }

    /// The inspection the plan answers; nil where there is none, or it is not for the reader.
    func inspection(of file: PlanFile) async throws -> InspectionFile? {
        let person = try context.signedIn().person
        guard let id = file.plan.body.inspection, person.mayDo.contains(.seeAssurance) else { return nil }
        let access = try context.leave(to: .seeAssurance, in: live)
        let subject = Assurer.inspection(id)
        let history = try await live.store.assuranceWork(subject, access: access)
        let withheld = try await live.store.withholding(ofChildrenIn: id, access: access)
        return InspectionFile(subject.id, history, under: live.standards.frameworks)?
            .withoutDraft(for: access.who).masked(by: withheld)
    }

    /// People and teams in words, and those who can take an action on.
    func people() async throws -> ImprovementPeople {
        let users = try await live.store.users(in: live.council)
        let workforce = try await live.store.setting(of: live.council)?.setting.workforce
        return ImprovementPeople(users: users, workforce: workforce)
    }

    /// A new id for what the form records, so that the form sent twice is recorded once.
    static func newItem(_ kind: String) -> String { "\(kind)-\(SecretToken().text.prefix(20))" }

    func item(_ form: FormReader, _ kind: String) throws -> String {
        guard let id = form.given("form"), id.hasPrefix("\(kind)-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        return id
    }

    func respond(
        _ name: String, _ lede: String, _ parts: [InspectionPartPage.Part], plan: PlanFile? = nil,
        trail: [Link] = [], errors: [FieldError] = []
    ) async throws -> Response {
        let home = Link(words: "Improvement", href: Self.path)
        let own = plan.map { [Link(words: $0.plan.body.name, href: Self.address($0.id))] } ?? []
        var page = InspectionPartPage(
            name: name, lede: lede, trail: (plan == nil ? [] : [home] + own) + trail, parts: parts,
            csrfToken: try context.signedIn().formToken.masked(), errors: errors)
        page.section = .improvement
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

/// People and teams of the council, in words.
struct ImprovementPeople {
    let names: PeopleNames
    /// Who can take an action on, by name.
    let owners: [(id: String, name: String)]
    let teams: [(id: String, name: String)]

    init(users: [User], workforce: Workforce?) {
        names = PeopleNames(users: users, workforce: workforce)
        owners = users.filter { $0.isActive && $0.role.mayDo.contains(.updateAction) }.map {
            ($0.id.text, "\($0.name), \($0.role.words)")
        }.sorted { $0.name < $1.name }
        teams = (workforce?.teams ?? [:]).map { ($0.key, $0.value.name ?? "team \($0.key)") }.sorted {
            $0.name < $1.name
        }
    }

    func ownerOptions(_ chosen: String?) -> [FilterOption] {
        owners.map { FilterOption(value: $0.id, words: $0.name, isChosen: $0.id == chosen) }
    }

    func teamOptions(_ chosen: String?) -> [FilterOption] {
        teams.map { FilterOption(value: $0.id, words: $0.name, isChosen: $0.id == chosen) }
    }
}
