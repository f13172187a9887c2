/// What somebody who signs in is here to do. The raw value is stored, so it never changes.
package enum Role: String, Sendable, Codable, CaseIterable {
    /// Looks after accounts, settings and the store itself, and sees no child.
    case administrator
    /// The one responsible for the council's children's services.
    case director
    case manager
    /// Takes contacts and referrals in.
    case frontDoor = "front-door"
    case socialWorker = "social-worker"
    /// At work when the offices are closed.
    case emergencyDuty = "emergency-duty"
    /// Chairs conferences and reviews plans, outside the line of those who carry them out.
    case chair
    /// Reads files to say how good the work was.
    case auditor
    /// From the inspectorate: reads, and changes nothing.
    case inspector
    /// Loads and checks data and answers "which children?", and records nothing about a child.
    case analyst
    /// An elected member: numbers only, small ones hidden, opening onto nobody.
    case member
    /// Another agency of the partnership: the same numbers as members.
    case partner

    package var words: String {
        switch self {
        case .administrator: "administrator"
        case .director: "director"
        case .manager: "manager"
        case .frontDoor: "front-door worker"
        case .emergencyDuty: "emergency duty worker"
        case .chair: "conference chair or reviewing officer"
        case .auditor: "auditor"
        case .inspector: "inspector"
        case .partner: "partner agency"
        case .socialWorker: "social worker"
        case .analyst: "performance analyst"
        case .member: "elected member"
        }
    }

    /// Whether the numbers this role sees have small ones hidden.
    package var seesSuppressedNumbers: Bool { self == .member || self == .partner }

    package var mayDo: Set<Verb> {
        switch self {
        case .administrator:
            [.administer, .seeAccessLog, .seeImports, .verify]
        case .director:
            Self.reading.union(Self.governing).union([
                .seeBeliefAndStatus, .seeAccessLog, .seeImports, .decide, .seeNights, .seeEmergencyList, .breakGlass,
                .reviewBreakGlass,
                .confirmAccounts, .seeAssurance, .drawSample, .answerAudit, .flagUnsafe,
                .answerInspection, .setReviewGate, .seePlan, .keepPlan, .updateAction, .makePack, .releasePack,
            ])
        case .manager:
            Self.reading.union(Self.recording).union(Self.governing).union([
                .seeBeliefAndStatus, .seeImports, .importFiles, .seeAccessLog, .decide, .allocate, .authorise,
                .supervise, .close,
                .restrictChild, .verify, .handOver, .seeNights, .seeEmergencyList, .breakGlass, .reviewBreakGlass,
                .confirmAccounts, .seeAssurance, .answerAudit, .flagUnsafe,
                .answerInspection, .seePlan, .keepPlan, .updateAction, .makePack, .releasePack,
            ])
        case .frontDoor:
            Self.reading.union([
                .seeBeliefAndStatus, .recordContact, .recordReferral, .recordNote, .handOver, .seeNights, .breakGlass,
                .flagUnsafe, .seePlan, .updateAction,
            ])
        case .socialWorker:
            Self.reading.union(Self.recording).union([
                .seeBeliefAndStatus, .handOver, .breakGlass, .answerAudit, .flagUnsafe, .seePlan, .updateAction,
            ])
        case .emergencyDuty:
            Self.reading.union([
                .seeBeliefAndStatus, .recordContact, .recordReferral, .recordVisit, .recordEnquiry, .recordNote,
                .handOver, .seeNights,
                .seeEmergencyList, .breakGlass, .flagUnsafe, .seePlan, .updateAction,
            ])
        case .chair:
            Self.reading.union([
                .seeBeliefAndStatus, .recordContact, .recordConference, .recordNote, .breakGlass, .seeAssurance,
                .flagUnsafe, .seePlan, .updateAction,
            ])
        case .auditor:
            Self.reading.union([
                .breakGlass, .seeAssurance, .drawSample, .auditFile, .flagUnsafe, .inspect, .seePlan, .updateAction,
            ])
        case .inspector:
            Self.reading.union([.breakGlass, .seeAssurance, .drawSample, .auditFile, .flagUnsafe, .inspect, .seePlan])
        case .analyst:
            Self.reading.union([.importFiles, .seeImports, .verify, .seePlan, .updateAction, .makePack])
        case .member, .partner:
            [.seeNumbers]
        }
    }

    /// Whether giving somebody this role lets them open children's records.
    package var opensChildren: Bool { mayDo.contains(.openChild) }

    /// Whether this role in place of another gives leave, in a role that opens children's records, that the other did not.
    package func givesMore(than other: Role) -> Bool { opensChildren && !mayDo.isSubset(of: other.mayDo) }

    /// Whoever may open a child sees who else has.
    private static let reading: Set<Verb> = [
        .seeToday, .openChild, .openAdult, .search, .seeNumbers, .drillDown, .seeWhoHasLooked,
    ]
    /// Information governance: how long records are kept, what holds them, and who is given what of them.
    private static let governing: Set<Verb> = [
        .seeRetention, .holdAllRecords, .holdRecord, .destroyRecord, .answerAccessRequest,
    ]
    private static let recording: Set<Verb> = [
        .recordContact, .recordReferral, .recordAssessment, .recordConference, .recordVisit, .recordEnquiry,
        .recordPlan, .recordNote,
    ]
}
