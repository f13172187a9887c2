import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A visit as it was typed: what can be recorded of it, and what goes back into the form where something is wrong.
struct VisitAsked {
    /// The visit's own id; nil where a form came without one.
    private(set) var record: RecordID?
    /// Nil where something must be put right.
    let told: RecordVisit.Told?
    private let typed: [String: String]
    /// The expectant mother is asked about in place of the child.
    private let isUnborn: Bool
    /// When a draft was kept that this goes on with.
    private var keptAt: Moment?

    /// An empty form, for today.
    init(on day: Day, place: VisitPlace? = nil, isUnborn: Bool = false) {
        self.isUnborn = isUnborn
        record = Self.newRecord
        told = nil
        typed = ["on": day.shortWords, "place": place?.rawValue ?? ""]
    }

    init(_ form: inout FormReader, around today: Day, longest: Int, isUnborn: Bool = false) {
        self.isUnborn = isUnborn
        let names = ["on", "at", "seen", "alone", "place", "reason", "said", "note"]
        typed = Dictionary(names.map { ($0, form.given($0) ?? "") }, uniquingKeysWith: { first, _ in first })
        record = form.given("record").flatMap { $0.count <= 60 ? RecordID($0) : nil }
        let day = form.day("on", called: "the day of the visit", around: today)
        let minute = form.time("at", called: "the time of the visit")
        let seen = form.choice(
            "seen", called: isUnborn ? "whether she was seen" : "whether the child was seen", of: YesOrNo.self)
        let alone = form.choice("alone", called: "whether the child was seen alone", of: YesOrNo.self, required: false)
        let place = form.choice("place", called: "where", of: VisitPlace.self, required: false)
        let reason = form.choice("reason", called: "why the child was not seen", of: WhyNotSeen.self, required: false)
        let said = form.text("said", called: "what the child said", atMost: longest, required: false)
        let note = form.text("note", called: "anything else", atMost: longest, required: false)
        if seen == .no, alone == .yes { form.note("alone", "A child who was not seen was not seen alone") }
        if seen == .no, reason == nil {
            form.note("reason", isUnborn ? "Choose why she was not seen" : "Choose why the child was not seen")
        }
        if seen == .yes, alone == nil, !isUnborn { form.note("alone", "Choose whether the child was seen alone") }
        guard let day, let seen else {
            told = nil
            return
        }
        told = RecordVisit.Told(
            on: day, seen: seen == .yes, seenAlone: alone.map { $0 == .yes }, place: place, whyNotSeen: reason,
            childsWords: said, note: note, minute: minute)
    }

    /// Goes on with what somebody had begun, in a form of its own.
    init(goingOnWith begun: (fields: FormFields, keptAt: Moment), around today: Day, longest: Int, isUnborn: Bool) {
        var form = FormReader(begun.fields)
        self.init(&form, around: today, longest: longest, isUnborn: isUnborn)
        (record, keptAt) = (Self.newRecord, begun.keptAt)
    }

    private static var newRecord: RecordID { RecordID("visit-\(SecretToken().text.prefix(20))") }

    private enum YesOrNo: String { case yes, no }

    /// What the refusal means for one of the fields; nil where it is about none of them.
    static func problem(_ refusal: RecordingRefusal) -> FieldError? {
        switch refusal {
        case .dayNotPossible:
            FieldError(field: "on", message: "Enter a day and a time up to now, and not before the child was born")
        case .timeMissing:
            FieldError(
                field: "at",
                message:
                    "Enter the time: a clock in hours began that day or the day before, after harm was alleged or an enquiry begun"
            )
        case .reasonMissing: FieldError(field: "reason", message: "Choose why the child was not seen")
        case .access, .notFound, .changedSince, .alreadyHeld, .lateReportMissing, .recordedElsewhere, .notOpenNow,
            .ownHandover, .ownRegistration, .store:
            nil
        }
    }

    func page(of opened: OpenedChild, on day: Day, csrfToken: String, errors: [FieldError]) -> VisitPage {
        var page = VisitPage(
            childName: opened.nameShown, childHref: ListedChild.address(of: opened.child),
            standing: opened.standing(on: day),
            csrfToken: csrfToken, record: record?.text ?? "", day: typed["on"] ?? "", time: typed["at"] ?? "",
            seen: options("seen", [("yes", "Yes"), ("no", "No")]),
            alone: options("alone", [("yes", "Yes"), ("no", "No")]),
            places: options("place", VisitPlace.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }),
            reasons: options("reason", WhyNotSeen.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }),
            childsWords: typed["said"] ?? "", note: typed["note"] ?? "", errors: errors)
        page.isUnborn = isUnborn
        page.kept = keptAt.map(KeptForm.words)
        page.interpreter = opened.history.journey().interpreterWords(on: day).map(opened.withholding.masked)
        page.advice = opened.history.journey().casework.adviceWords(on: day).map(opened.withholding.masked)
        return page
    }

    private func options(_ name: String, _ choices: [(String, String)]) -> [FilterOption] {
        choices.map { FilterOption(value: $0.0, words: $0.1, isChosen: typed[name] == $0.0) }
    }

}
