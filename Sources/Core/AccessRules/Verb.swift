/// What somebody asks to do. The raw value is written in the access log, so it never changes.
package enum Verb: String, Sendable, Codable, CaseIterable {
    case seeToday = "see-today"
    case openChild = "open-child"
    /// What of an opened record says a child's religion and immigration status.
    case seeBeliefAndStatus = "see-belief-and-status"
    case search
    /// An adult of a child's family; which of the children is asked for each.
    case openAdult = "open-adult"
    case seeNumbers = "see-numbers"
    /// Making papers for committee, and reading those that are not released.
    case makePack = "make-pack"
    /// Saying, as the second person, that members and partners may read them.
    case releasePack = "release-pack"
    /// The children behind a number.
    case drillDown = "drill-down"
    case importFiles = "import-files"
    case seeImports = "see-imports"
    case administer
    /// Saying, as the second person, that an account may open children's records.
    case confirmAccounts = "confirm-accounts"
    case seeAccessLog = "see-access-log"
    case seeWhoHasLooked = "see-who-has-looked"
    case recordReferral = "record-referral"
    case recordAssessment = "record-assessment"
    case recordConference = "record-conference"
    case recordVisit = "record-visit"
    case recordContact = "record-contact"
    case recordEnquiry = "record-enquiry"
    case recordPlan = "record-plan"
    case recordNote = "record-note"
    /// Deciding what only a manager decides: a referral, a threshold, a next step.
    case decide
    case allocate
    /// Authorising what somebody else has done, or giving it back.
    case authorise
    case supervise
    case close
    /// Giving what is open for a child to those who work next, or taking it.
    case handOver = "hand-over"
    /// What emergency duty has in hand tonight.
    case seeNights = "see-nights"
    /// The children at highest risk, for the day the system is down.
    case seeEmergencyList = "see-emergency-list"
    case restrictChild = "restrict-child"
    /// Opening a restricted record in an emergency, for a few hours and with a stated reason.
    case breakGlass = "break-glass"
    /// Saying afterwards whether that was right.
    case reviewBreakGlass = "review-break-glass"
    /// What is past its retention, and what holds it.
    case seeRetention = "see-retention"
    /// A hold on every record of the council.
    case holdAllRecords = "hold-all-records"
    /// A hold on one child's record: while it stands nothing of it is destroyed.
    case holdRecord = "hold-record"
    /// Destroying at the end of retention: proposing it, or confirming what somebody else proposed.
    case destroyRecord = "destroy-record"
    /// Taking a request for access to a record, and giving what may be given.
    case answerAccessRequest = "answer-access-request"
    /// Samples, audits and inspections: what is being read, and what was found.
    case seeAssurance = "see-assurance"
    /// Drawing or choosing children whose files are read.
    case drawSample = "draw-sample"
    /// Reading a child's file to say how good the work was, and writing that down.
    case auditFile = "audit-file"
    /// Saying to an audit of the file what the reader could not know.
    case answerAudit = "answer-audit"
    /// Holding a child to be unsafe now.
    case flagUnsafe = "flag-unsafe"
    /// Setting up an inspection, and recording its evidence, findings and judgements.
    case inspect
    /// Answering inspectors for the council: what in a draft is wrong, and what was asked for.
    case answerInspection = "answer-inspection"
    /// Asking for standard checks before an assessment is authorised, or asking for them no more.
    case setReviewGate = "set-review-gate"
    /// What the council has promised to put right, and what the numbers say of it.
    case seePlan = "see-plan"
    /// Setting up an improvement plan, its actions, its meetings and what they resolve.
    case keepPlan = "keep-plan"
    /// Saying each month how an action of one's own goes, and answering what a meeting asked of one.
    case updateAction = "update-action"
    /// Checking the chain of entries, and making derived rows again.
    case verify

    /// What it is, after "may".
    package var words: String {
        switch self {
        case .seeToday: "see which children stand on today's list"
        case .openChild: "open a child's record"
        case .seeBeliefAndStatus: "see a child's religion and immigration status"
        case .openAdult: "open an adult of a child's family"
        case .search: "search for children"
        case .seeNumbers: "see numbers"
        case .makePack: "make papers for committee"
        case .releasePack: "release papers to members"
        case .drillDown: "see the children behind a number"
        case .importFiles: "load files"
        case .seeImports: "see what was loaded"
        case .administer: "look after accounts and settings"
        case .confirmAccounts: "confirm who may open children's records"
        case .seeAccessLog: "see the access log"
        case .seeWhoHasLooked: "see who has looked at a child"
        case .recordContact: "record a contact, or harm that is alleged"
        case .recordReferral: "record a referral"
        case .recordAssessment: "record an assessment"
        case .recordConference: "record a conference or a review"
        case .recordVisit: "record a visit"
        case .recordEnquiry: "record a strategy discussion or begin an enquiry"
        case .recordPlan: "record about a plan"
        case .recordNote: "write a note"
        case .decide: "decide as a manager"
        case .allocate: "allocate a child"
        case .authorise: "authorise somebody else's work, or give it back"
        case .supervise: "record supervision"
        case .close: "close a referral"
        case .handOver: "hand a child over, or take a child that is handed over"
        case .seeNights: "see what emergency duty has in hand"
        case .seeEmergencyList: "print the emergency list"
        case .restrictChild: "restrict who may open a child"
        case .breakGlass: "open a restricted record in an emergency"
        case .reviewBreakGlass: "review what was opened in an emergency"
        case .seeRetention: "see what is past its retention"
        case .holdAllRecords: "hold every record of the council"
        case .holdRecord: "put a hold on a record, or end one"
        case .destroyRecord: "destroy a record at the end of its retention"
        case .answerAccessRequest: "answer a request for access to a record"
        case .seeAssurance: "see audits and inspections"
        case .drawSample: "draw a sample of children"
        case .auditFile: "audit a child's file"
        case .answerAudit: "answer an audit of a child's file"
        case .flagUnsafe: "flag a child as unsafe now"
        case .inspect: "record an inspection"
        case .answerInspection: "answer inspectors for the council"
        case .setReviewGate: "say whether checks are asked for before an assessment is authorised"
        case .seePlan: "see improvement plans"
        case .keepPlan: "keep an improvement plan"
        case .updateAction: "say how an action of a plan goes"
        case .verify: "verify the record"
        }
    }

    /// Whether it is done to one named child.
    package var concernsOneChild: Bool {
        switch self {
        case .openChild, .seeBeliefAndStatus, .seeWhoHasLooked, .recordReferral, .recordAssessment, .recordConference,
            .recordVisit,
            .recordContact, .recordEnquiry, .recordPlan, .recordNote, .decide, .allocate, .authorise, .supervise,
            .close,
            .restrictChild, .breakGlass, .handOver, .holdRecord, .destroyRecord, .answerAccessRequest,
            .auditFile, .answerAudit, .flagUnsafe:
            true
        case .seeToday, .search, .openAdult, .seeNumbers, .drillDown, .importFiles, .seeImports, .administer,
            .seeAccessLog,
            .verify, .confirmAccounts, .seeNights, .seeEmergencyList, .reviewBreakGlass, .seeRetention, .holdAllRecords,
            .seeAssurance, .drawSample, .inspect, .answerInspection, .setReviewGate, .seePlan, .keepPlan, .updateAction,
            .makePack, .releasePack:
            false
        }
    }
}
