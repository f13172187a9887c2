import WorkingDays

/// An inspection or visit: under which framework, of whom, when and by whom. What it finds is recorded beside it.
package struct Inspection: EntryBody {
    package static var kind: RecordKind { .inspection }

    /// The framework's id, as its data has it.
    package var framework: String
    /// The kind of visit: "standard", "focused_visit", "mock".
    package var visit: String
    package var council: String
    package var beganOn: Day
    package var endedOn: Day?
    package var isAnnounced: Bool
    package var team: [InspectionMember]
    package var publishedOn: Day?
    /// The day the council received the report: the action plan's clock runs from it.
    package var receivedOn: Day?
    /// From this day the council may see who looked at what.
    package var closedOn: Day?
    /// Whoever set it up.
    package var setUpBy: String?
    /// The role they set it up in, as it is stored; nil in what was set up before this was kept.
    package var setUpAs: String?
    /// The inspection a monitoring or focused visit follows.
    package var follows: String?
    /// Why the day the council received the report was recorded or put right after publication.
    package var receivedWhy: String?

    package init(framework: String, visit: String, council: String, beganOn: Day, isAnnounced: Bool) {
        self.framework = framework
        self.visit = visit
        self.council = council
        self.beganOn = beganOn
        self.isAnnounced = isAnnounced
        team = []
    }

    /// Nobody is let in any more, and the council may see who looked at what.
    package var isClosed: Bool { closedOn != nil || publishedOn != nil }

    package var happenedOn: Day? { beganOn }

    package static func fold(_ record: Recorded<Inspection>, into journey: inout Journey) {}
}

package struct InspectionMember: Hashable, Codable, Sendable {
    package enum Part: String, Codable, Sendable, CaseIterable {
        case lead, inspector, shadow
        case partner = "partner-inspectorate"

        package var words: String {
            switch self {
            case .lead: "lead inspector"
            case .inspector: "inspector"
            case .shadow: "shadow inspector"
            case .partner: "inspector of a partner inspectorate"
            }
        }
    }

    package var name: String
    package var part: Part

    package init(name: String, part: Part) {
        self.name = name
        self.part = part
    }
}
