/// What somebody asks to do. The raw value is written in the access log, so it never changes.
package enum Verb: String, Sendable, Codable, CaseIterable {
    case seeToday = "see-today"
    case openChild = "open-child"
    case search
    case seeNumbers = "see-numbers"
    /// The children behind a number.
    case drillDown = "drill-down"
    case importFiles = "import-files"
    case seeImports = "see-imports"
    case administer
    case seeAccessLog = "see-access-log"
    case seeWhoHasLooked = "see-who-has-looked"
    case recordReferral = "record-referral"
    case recordAssessment = "record-assessment"
    case recordConference = "record-conference"
    case recordVisit = "record-visit"
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
    case restrictChild = "restrict-child"
    /// Checking the chain of entries, and making derived rows again.
    case verify

    /// Whether it is done to one named child.
    package var concernsOneChild: Bool {
        switch self {
        case .openChild, .seeWhoHasLooked, .recordReferral, .recordAssessment, .recordConference, .recordVisit,
            .recordEnquiry, .recordPlan, .recordNote, .decide, .allocate, .authorise, .supervise, .close,
            .restrictChild:
            true
        case .seeToday, .search, .seeNumbers, .drillDown, .importFiles, .seeImports, .administer, .seeAccessLog,
            .verify:
            false
        }
    }
}
