import AccessRules
import Pages
import RecordKeeping
import WorkingDays

/// The access log as its page shows it.
struct AccessLogShowing {
    let filter: LookFilter
    let found: LookPage
    /// As the reader may see them.
    let lines: [ShownLook]
    let users: [User]

    var page: AccessLogPage {
        let names = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return AccessLogPage(
            filters: filters, rows: lines.map { row($0, names) }, position: position)
    }

    private var position: ListPosition {
        let count = found.looks.count
        return ListPosition(
            first: min(count, 1), last: count, total: count, order: "latest first, on this page",
            previousHref: filter.before == nil ? nil : filter.address(before: nil),
            nextHref: found.next.map { filter.address(before: $0) })
    }

    private var filters: FilterForm {
        let people = users.map {
            FilterOption(value: $0.id.text, words: $0.name, isChosen: $0.id.text == filter.user)
        }
        let verbs = Verb.allCases.map {
            FilterOption(value: $0.rawValue, words: AccessLogShowing.words($0), isChosen: $0 == filter.verb)
        }
        return FilterForm(
            action: MainSection.accessLog.path,
            fields: [
                FilterField(name: "user", words: "Who", options: people, anyWords: "Anybody"),
                FilterField(name: "did", words: "What", options: verbs, anyWords: "Anything"),
            ], clearHref: filter.isEmpty ? nil : MainSection.accessLog.path)
    }

    private func row(_ line: ShownLook, _ names: [UserID: String]) -> AccessRow {
        let look = line.look
        let role = Role(rawValue: look.role)?.words ?? look.role
        let why = line.isReasonHidden ? "Stated in words of their own, not shown here" : look.why
        return AccessRow(
            look: Pages.Look(who: "\(names[look.user] ?? look.user.text), \(role)", when: look.at.words, why: why),
            what: what(line), href: href(look))
    }

    /// NB: a question holds names. Somebody who may see no child is told only how many were shown.
    private func what(_ line: ShownLook) -> String {
        let look = line.look
        let words = Verb(rawValue: look.verb).map(AccessLogShowing.words) ?? look.verb
        if line.isUntilClosed { return "\(words): told when the inspection closes" }
        if line.isRestricted, line.count == 1 { return "\(words): a restricted child" }
        if look.shown.count == 1, look.query.isEmpty { return "\(words): child \(look.shown[0].local)" }
        let among = line.isRestricted ? ", with restricted ones" : ""
        let count = "\(line.count) \(line.count == 1 ? "child" : "children")\(among)"
        return look.query.isEmpty ? "\(words) (\(count))" : "\(words): \(look.query) (\(count))"
    }

    private func href(_ look: LoggedLook) -> String? {
        guard look.shown.count == 1 else { return nil }
        return "/children/\(PercentText.encode(look.shown[0].text))"
    }

    static func words(_ verb: Verb) -> String {
        switch verb {
        case .seeToday: "Today"
        case .openChild: "Opened a child"
        case .openAdult: "Opened an adult"
        case .search: "Searched"
        case .seeNumbers: "Numbers"
        case .makePack: "Made a pack"
        case .releasePack: "Released a pack to members"
        case .drillDown: "The children behind a number"
        case .importFiles: "Loaded a file, or took the rows kept aside"
        case .seeImports: "Imports"
        case .administer: "Administered"
        case .confirmAccounts: "Confirmed who may open children's records"
        case .seeAccessLog: "The access log"
        case .seeBeliefAndStatus: "Religion and immigration status"
        case .seeWhoHasLooked: "Who has looked at a child"
        case .recordReferral: "Recorded a referral"
        case .recordAssessment: "Recorded an assessment"
        case .recordContact: "Recorded a contact"
        case .recordEnquiry: "Recorded a strategy discussion or an enquiry"
        case .recordPlan: "Recorded about a plan"
        case .recordNote: "Wrote a note"
        case .decide: "Decided as a manager"
        case .allocate: "Allocated a child"
        case .authorise: "Authorised, or gave back"
        case .supervise: "Recorded supervision"
        case .close: "Closed a referral"
        case .recordVisit: "Recorded a visit"
        case .recordConference: "Recorded a conference"
        case .handOver: "Handed a child over, or took one"
        case .seeNights: "Nights"
        case .seeEmergencyList: "Emergency list"
        case .restrictChild: "Restricted a child, or lifted it"
        case .breakGlass: "Opened a restricted record in an emergency"
        case .reviewBreakGlass: "Reviewed what was opened in an emergency"
        case .seeRetention: "What is past its retention"
        case .holdAllRecords: "Held every record, or ended it"
        case .holdRecord: "Held a record, or ended it"
        case .destroyRecord: "The end of a record's retention"
        case .answerAccessRequest: "A request for access"
        case .seeAssurance: "Audits and inspections"
        case .drawSample: "Drew a sample, or the frame of one"
        case .auditFile: "Audited a file"
        case .answerAudit: "Answered an audit"
        case .flagUnsafe: "Flagged a child as unsafe now"
        case .inspect: "An inspection"
        case .answerInspection: "Answered inspectors"
        case .setReviewGate: "Said what is checked before an assessment is authorised"
        case .seePlan: "Improvement plans"
        case .keepPlan: "Kept an improvement plan"
        case .updateAction: "Said how an action of a plan goes"
        case .verify: "Verified the record"
        }
    }
}
