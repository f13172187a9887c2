import ChildJourney
import WorkingDays

/// What lists and search results say about a child without reading their entries.
package struct ChildSummary: Hashable, Sendable {
    /// As known: forename and surname. Nil where the source carries no names.
    package var name: String?
    package var bornOn: Day?
    package var expectedOn: Day?
    package var diedOn: Day?
    package var sex: String?
    package var ethnicity: String?
    package var statuses: [StatusStep]
    package var holders: [HolderStep]

    package init(
        name: String? = nil, bornOn: Day? = nil, expectedOn: Day? = nil, diedOn: Day? = nil, sex: String? = nil,
        ethnicity: String? = nil, statuses: [StatusStep] = [], holders: [HolderStep] = []
    ) {
        self.name = name
        self.bornOn = bornOn
        self.expectedOn = expectedOn
        self.diedOn = diedOn
        self.sex = sex
        self.ethnicity = ethnicity
        self.statuses = statuses
        self.holders = holders
    }

    package func statuses(on day: Day) -> StatusSet {
        statuses.last { $0.from <= day }?.statuses ?? StatusSet([.closed])
    }

    package func holder(on day: Day) -> HolderStep? {
        holders.last { $0.from <= day }
    }

    package func isOpen(on day: Day) -> Bool { statuses(on: day).isOpen }
}

/// The statuses a child has from a day until the next step.
package struct StatusStep: Hashable, Sendable, Codable {
    package let from: Day
    package let statuses: StatusSet

    package init(from: Day, statuses: StatusSet) {
        self.from = from
        self.statuses = statuses
    }
}

/// Who leads for a child, and in which team, from a day until the next step; both nil when nobody does.
package struct HolderStep: Hashable, Sendable, Codable {
    package let from: Day
    package let worker: String?
    package let team: String?
    /// False where nobody is recorded as the lead: the worker and the team are those of the open referral.
    package let isLead: Bool

    package init(from: Day, worker: String?, team: String?, isLead: Bool = true) {
        self.from = from
        self.worker = worker
        self.team = team
        self.isLead = isLead
    }
}

/// A set of statuses in one small number. The places of the bits are stored, so they never change.
package struct StatusSet: Hashable, Sendable, Codable {
    package let bits: Int

    package init(bits: Int) {
        self.bits = bits
    }

    package init(_ statuses: some Sequence<Status>) {
        bits = statuses.reduce(0) { $0 | StatusSet.bit($1) }
    }

    /// In the order they are shown.
    package var all: [Status] { Status.allCases.filter(contains) }

    package func contains(_ status: Status) -> Bool { bits & StatusSet.bit(status) != 0 }

    package var isOpen: Bool { all.contains { $0.isOpen } }

    package static func bit(_ status: Status) -> Int {
        switch status {
        case .inCare: 1
        case .protectionPlan: 2
        case .careLeaver: 4
        case .inNeed: 8
        case .referral: 16
        case .contact: 32
        case .closed: 64
        }
    }
}
