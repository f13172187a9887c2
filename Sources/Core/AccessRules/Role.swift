/// What somebody who signs in is here to do. The raw value is stored, so it never changes.
package enum Role: String, Sendable, Codable, CaseIterable {
    /// Looks after accounts, settings and the store itself, and sees no child.
    case administrator
    case manager
    case socialWorker = "social-worker"
    /// Loads and checks data and answers "which children?", and records nothing about a child.
    case analyst
    /// An elected member or a partner: numbers only, small ones hidden, opening onto nobody.
    case member

    package var words: String {
        switch self {
        case .administrator: "administrator"
        case .manager: "manager"
        case .socialWorker: "social worker"
        case .analyst: "performance analyst"
        case .member: "elected member"
        }
    }

    /// Whether the numbers this role sees have small ones hidden.
    package var seesSuppressedNumbers: Bool { self == .member }

    package var mayDo: Set<Verb> {
        switch self {
        case .administrator:
            [.administer, .seeAccessLog, .seeImports, .verify]
        case .manager:
            [
                .seeToday, .openChild, .search, .seeNumbers, .drillDown, .seeImports, .importFiles, .seeAccessLog,
                .seeWhoHasLooked, .recordReferral, .recordAssessment, .recordConference, .recordVisit, .restrictChild,
                .verify,
            ]
        case .socialWorker:
            [
                .seeToday, .openChild, .search, .seeNumbers, .drillDown, .seeWhoHasLooked, .recordReferral,
                .recordAssessment, .recordConference, .recordVisit,
            ]
        case .analyst:
            [.seeToday, .openChild, .search, .seeNumbers, .drillDown, .importFiles, .seeImports, .verify]
        case .member:
            [.seeNumbers]
        }
    }
}
