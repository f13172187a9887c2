import AccessRules
import Casework
import ChildJourney
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// A referral as it was typed: what can be recorded of it, and what goes back into the form where something is wrong.
struct ReferralAsked {
    private static let fields = [
        "what", "about", "forename", "surname", "born", "received", "at", "harm", "decision", "source", "need",
        "address", "postcode", "siblings", "pupil", "nhs", "service", "serviceBy", "serviceOn",
    ]

    private(set) var record: RecordID
    /// Nil where something must be put right.
    let referral: Referral?
    /// Set where it is no referral but something told, which the front door has to decide.
    let contact: Contact?
    /// Who a new child is; nil for one who is known, or where something must be put right.
    let person: Person?
    /// What else was said of a new child.
    let told: ToldWithFirst
    private let typed: [String: String]
    private let signs: [HarmSign]
    /// The adult who expects the child, by her id in the record; nil for a child who is born.
    let mother: String?
    /// When a draft was kept that this goes on with.
    private var keptAt: Moment?

    /// The new child a form is about. Its id comes from the form's own, so that a form sent twice makes one child.
    var child: SubjectID { SubjectID(source: SourceName.record.text, local: record.text) }

    /// An empty form, for today; what was searched for is where the names begin.
    init(today: Day, searched: String, mother: String? = nil) {
        self.mother = mother
        record = Self.newRecord
        (referral, contact, person, signs, told) = (nil, nil, nil, [], ToldWithFirst())
        let words =
            mother != nil
            ? [] : searched.split(separator: " ").filter { !$0.contains(where: \.isNumber) }.map(String.init)
        typed = [
            "what": "referral", "received": today.shortWords, "forename": words.count > 1 ? words[0] : "",
            "surname": words.count > 1 ? words.dropFirst().joined(separator: " ") : words.first ?? "",
        ]
    }

    init(_ form: inout FormReader, around today: Day, isNew: Bool, by role: Role, _ codes: [String: [String: String]]) {
        mother = isNew ? form.given("mother") : nil
        typed = Dictionary(Self.fields.map { ($0, form.given($0) ?? "") }, uniquingKeysWith: { first, _ in first })
        record = Self.record(form.given("record")) ?? Self.newRecord
        let received = form.day("received", called: "the day it was received", around: today)
        let minute = form.time("at", called: "the time it was received")
        signs = form.choices("signs", called: "what is so", of: HarmSign.self)
        if signs.contains(.noneOfThese), signs.count > 1 {
            form.note("signs", "Choose “\(HarmSign.noneOfThese.words)” alone, or what is so")
        }
        let harm = form.choice("harm", called: "whether harm is alleged", of: YesOrNo.self)
        let decision = form.choice("decision", called: "what was decided", of: Decision.self, required: false)
        let source = Self.code("source", "who referred the child", codes["referralsource"], &form)
        let need = Self.code("need", "the main need", codes["primaryneedcode"], &form)
        if decision != nil, !role.mayDo.contains(.decide) { form.note("decision", "A manager decides a referral") }
        told = isNew && mother == nil ? NewChildAsked.told(&form) : ToldWithFirst()
        person = !isNew ? nil : mother != nil ? Self.unborn(&form, today) : NewChildAsked.person(&form, today)
        let what = form.choice("what", called: "what it is", of: What.self, required: false) ?? .referral
        let about = form.text("about", called: "what it is about", atMost: 4000, required: what == .contact)
        let service = Self.service(&form, today)
        guard let received, let harm else {
            (referral, contact) = (nil, nil)
            return
        }
        var told = Contact(receivedOn: received, source: source)
        (told.harmAlleged, told.about) = (harm == .yes, about)
        told.receivedAt = minute.map { Moment(londonDay: received, minute: $0) }
        told.harmSigns = signs.isEmpty ? nil : signs
        told.service = service
        contact = what == .contact ? told : nil
        var referred = Referral(
            receivedOn: received, source: source, primaryNeed: need,
            noFurtherAction: decision.map { $0 == .noFurtherAction }, harmAlleged: harm == .yes,
            decidedOn: decision == nil ? nil : today)
        (referred.receivedAt, referred.harmSigns, referred.service) = (told.receivedAt, told.harmSigns, service)
        referral = referred
    }

    /// Goes on with what somebody had begun: about a new child under the same id, so that two such forms make one child, and
    /// about a child known here in a form of its own.
    init(
        goingOnWith begun: (fields: FormFields, keptAt: Moment), as new: RecordID?, around today: Day, by role: Role,
        _ codes: [String: [String: String]]
    ) {
        var form = FormReader(begun.fields)
        self.init(&form, around: today, isNew: new != nil, by: role, codes)
        (record, keptAt) = (new ?? Self.newRecord, begun.keptAt)
    }

    private static var newRecord: RecordID { RecordID("referral-\(SecretToken().text.prefix(20))") }

    /// The id of a form; nil for what is none.
    static func record(_ text: String?) -> RecordID? {
        text.flatMap { $0.hasPrefix("referral-") && $0.count <= 60 ? RecordID($0) : nil }
    }

    private enum YesOrNo: String { case yes, no }
    private enum Agreement: String { case agreed, declined }

    /// Nil where nobody said anything about it: no answer is needed to protect a child.
    private static func service(_ form: inout FormReader, _ today: Day) -> ServiceAgreement? {
        let said = form.choice("service", called: "whether they agreed", of: Agreement.self, required: false)
        let by = form.text("serviceBy", called: "who was asked", atMost: 200, required: false)
        let on = form.day("serviceOn", called: "the day they were asked", around: today, required: false)
        if let on, on > today { form.note("serviceOn", "Enter a day up to today") }
        guard said != nil || by != nil || on != nil else { return nil }
        return ServiceAgreement(isAgreed: said.map { $0 == .agreed }, by: by, on: on)
    }

    private enum What: String { case referral, contact }
    private enum Decision: String { case accepted, noFurtherAction = "no-further-action" }

    private static func code(
        _ name: String, _ what: String, _ codes: [String: String]?, _ form: inout FormReader
    ) -> String? {
        guard let given = form.given(name) else { return nil }
        guard codes?[given] != nil else {
            form.note(name, "Choose \(what) from the list")
            return nil
        }
        return given
    }

    private static func unborn(_ form: inout FormReader, _ today: Day) -> Person? {
        guard let expected = form.day("born", called: "the day the birth is expected", around: today) else {
            return nil
        }
        if expected > today + 300 { form.note("born", "That is too far ahead to be a birth that is expected") }
        if expected < today - 60 { form.note("born", "That is past: a child who is born is referred by name") }
        return Person(expectedOn: expected)
    }

    /// Who is described, to be looked for before a new child is made; nil where no name was typed.
    var description: ChildDescription? {
        person.flatMap { $0.surname == nil ? nil : NewChildAsked.description(of: $0, told) }
    }

    func page(
        of opened: OpenedChild?, for role: Role, _ codes: [String: [String: String]], csrfToken: String,
        alike: [AlikeLine], errors: [FieldError]
    ) -> ReferralPage {
        let listed = opened.map { ListedChild(child: $0.child, summary: $0.summary, standing: nil, concerns: []) }
        var page = ReferralPage(
            childName: listed?.nameShown, action: (listed?.address ?? "") + "/referrals/new", csrfToken: csrfToken,
            record: record.text, forename: typed["forename"] ?? "", surname: typed["surname"] ?? "",
            born: typed["born"] ?? "", more: NewChildAsked.more(typed), received: typed["received"] ?? "",
            receivedAt: typed["at"] ?? "",
            signs: HarmSign.allCases.map {
                FilterOption(value: $0.rawValue, words: $0.words, isChosen: signs.contains($0))
            },
            what: opened != nil
                ? []
                : options(
                    "what",
                    [("referral", "A referral: we are asked to act"), ("contact", "A contact: we are told something")]),
            about: typed["about"] ?? "",
            harm: options("harm", [("yes", "Yes"), ("no", "No")]),
            decision: !role.mayDo.contains(.decide)
                ? []
                : options(
                    "decision",
                    [("accepted", "Accepted: an assessment follows"), ("no-further-action", "No further action")]),
            sources: options("source", Self.sorted(codes["referralsource"])),
            needs: options("need", Self.sorted(codes["primaryneedcode"])), alike: alike, errors: errors)
        page.kept = keptAt.map(KeptForm.words)
        page.service = options("service", [("agreed", "They agreed"), ("declined", "They declined")])
        (page.serviceBy, page.serviceOn) = (typed["serviceBy"] ?? "", typed["serviceOn"] ?? "")
        return page
    }

    private static func sorted(_ codes: [String: String]?) -> [(String, String)] {
        (codes ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, "\($0.value) (\($0.key))") }
    }

    private func options(_ name: String, _ choices: [(String, String)]) -> [FilterOption] {
        choices.map { FilterOption(value: $0.0, words: $0.1, isChosen: typed[name] == $0.0) }
    }
}
