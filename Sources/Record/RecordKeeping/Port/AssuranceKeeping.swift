import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// Samples, inspections and improvement plans, and what a frame is made of.
package protocol AssuranceKeeping: Sendable {
    /// Every sample, every inspection or every improvement plan of the council with everything recorded of it, by id. They name no child.
    func assuranceWork(
        _ kind: SubjectKind, access: Access
    ) async throws(StoreFailure) -> [(id: SubjectID, history: History)]
    /// One of them, or what is recorded of the whole council; its history is empty where there is none.
    func assuranceWork(_ subject: Subject, access: Access) async throws(StoreFailure) -> History
    /// The children of a frame on a day, with their concerns by level where a draw weighs them. Nobody restricted from the
    /// reader is among them; they are counted.
    func frame(
        of question: FrameQuestion, on day: Day, weighing: Bool, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> FrameAnswer
    /// What readers wrote about these children's files, and who flagged them; nil for each whom the reader may not see.
    func fileAudits(
        of children: [SubjectID], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [SubjectID: AuditedFile?]
    /// What managers decided on like facts in the 12 months to a day. It counts every child and names none.
    func decisionsOnLikeFacts(
        on day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> DecisionsOnLikeFacts
    /// Every child in turn, as known at a moment, and whether the reader may not open them: for lists of an inspection. Where they are
    /// only counted nobody is shown, and the log says so.
    func everyJourney(
        knownAt moment: Moment, of kinds: [RecordKind], isCounted: Bool, access: Access, at now: Moment,
        each: @escaping @Sendable (SubjectID, Journey, Bool) -> Void
    ) async throws(StoreFailure)
    /// What must not be told of any child whose file is read in the course of an inspection.
    func withholding(ofChildrenIn inspection: String, access: Access) async throws(StoreFailure) -> Withholding
    /// Whether whoever asks was ever shown what others made of a child's file in a sample.
    func sawReadings(of child: SubjectID, in sample: String, access: Access) async throws(StoreFailure) -> Bool
    /// How many samples were ever drawn, those the reader may not see yet among them: which draw the next one is.
    func draws(access: Access) async throws(StoreFailure) -> Int
    /// For each of some texts what it tells, that none may, of a child whose file is read in the course of an inspection: of those
    /// the reader may not open, too. Nobody is shown.
    func told(
        by texts: [String], ofChildrenIn inspection: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [ToldOfChild?]
    /// Inspections of the council that were published, for everybody: what is published names nobody.
    func publishedInspections(in council: CouncilCode) async throws(StoreFailure) -> [(id: SubjectID, history: History)]
    /// Inspections that let somebody open children's records at a moment, the latest to begin first.
    func inspections(
        open user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [String]
    /// Every look at children in the course of an inspection that is closed, in order; nil while it is not. Of children the
    /// reader may not open there is the number alone.
    func looks(in inspection: String, access: Access, at moment: Moment) async throws(StoreFailure) -> [InspectorsLook]?
}

extension Look {
    /// Somebody was told how complete the lists of an inspection are.
    package static func countedLists(_ access: Access, at moment: Moment) -> Look {
        Look(access, at: moment, query: "counts of the lists of an inspection")
    }

    /// What stands in the log where somebody was shown what others made of a child's file.
    package static func readings(in sample: String) -> String { "readings of one file in \(sample)" }
}

/// What a text tells of a child and may not.
package enum ToldOfChild: Hashable, Sendable {
    case name
    /// What is withheld: where they live, or go to school.
    case withheld
}

/// What an inspector looked at.
package struct InspectorsLook: Sendable {
    package let look: LoggedLook
    /// How many children were shown, and how many of them the reader may not open.
    package let count: Int
    package let restricted: Int

    package init(look: LoggedLook, count: Int, restricted: Int) {
        self.look = look
        self.count = count
        self.restricted = restricted
    }
}

/// What makes a child one of a frame. The raw form is in an address.
package enum FrameQuestion: Hashable, Sendable {
    /// Open in any way on the day.
    case open
    case status(Status)
    /// These, whatever they are to the council: named for a chosen sample.
    case named([SubjectID])
    /// A concern stands on the day.
    case concern(ConcernCode)
    /// Open on the day, and not open a year before: new since.
    case newSince(Day)
    /// Closed from this day on.
    case closedSince(Day)
    /// Something of a kind happened from this day on, and was recorded.
    case recorded(RecordKind, since: Day)

    package var words: String {
        switch self {
        case .open: "every open child"
        case .status(let status): "every child with the status \(status.rawValue)"
        case .named: "the children who were named"
        case .concern(let code): "every child for whom \(code.text) stands"
        case .newSince(let day): "every open child who was not open on \(day.words)"
        case .recorded(let kind, let day): "every child with a \(kind.words) recorded since \(day.words)"
        case .closedSince(let day): "every child closed since \(day.words)"
        }
    }
}

/// Children of a frame, and what a draw may weigh and group them by.
package struct FrameAnswer: Sendable {
    package struct Child: Sendable {
        package let child: SubjectID
        package let statuses: StatusSet
        package let team: String?
        package let bornOn: Day?
        /// Of the concerns that stand, how many are of level 1, 2 and 3.
        package let levels: [Int]
        /// The last day on which somebody finished an audit of the file.
        package let auditedOn: Day?
        package let wasEverFlagged: Bool

        package init(
            child: SubjectID, statuses: StatusSet, team: String?, bornOn: Day?, levels: [Int], auditedOn: Day?,
            wasEverFlagged: Bool
        ) {
            self.child = child
            self.statuses = statuses
            self.team = team
            self.bornOn = bornOn
            self.levels = levels
            self.auditedOn = auditedOn
            self.wasEverFlagged = wasEverFlagged
        }
    }

    package let children: [Child]
    /// Restricted children who would be in it.
    package let restricted: Int

    package init(children: [Child], restricted: Int) {
        self.children = children
        self.restricted = restricted
    }
}

/// What readers made of one child's file.
package struct AuditedFile: Sendable {
    package let summary: ChildSummary
    package let audits: [Recorded<CaseFileAudit>]
    package let replies: [Recorded<AuditReply>]
    package let flags: [Recorded<UnsafeFlag>]
    /// Days on which the child was seen.
    package let seen: [SeenAt]
    package let concerns: [Concern]
    /// What must not be told of the child.
    package let withholding: Withholding

    package struct SeenAt: Hashable, Sendable {
        package let on: Day
        package let at: Moment?

        package init(on: Day, at: Moment?) {
            self.on = on
            self.at = at
        }
    }

    package init(
        summary: ChildSummary, audits: [Recorded<CaseFileAudit>], replies: [Recorded<AuditReply>],
        flags: [Recorded<UnsafeFlag>], seen: [SeenAt], concerns: [Concern], withholding: Withholding = Withholding()
    ) {
        self.withholding = withholding
        self.summary = summary
        self.audits = audits
        self.replies = replies
        self.flags = flags
        self.seen = seen
        self.concerns = concerns
    }
}
