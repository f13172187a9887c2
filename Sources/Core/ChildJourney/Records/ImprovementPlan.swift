import WorkingDays

/// What a council has promised to put right, and what it answers: an inspection held here, or a report from elsewhere. Its
/// findings, actions, meetings and months are recorded beside it; none of them names a child.
package struct ImprovementPlan: EntryBody {
    package static var kind: RecordKind { .improvementPlan }

    package var name: String
    package var beganOn: Day
    /// Whoever keeps the plan.
    package var keptBy: String
    /// The inspection of this record it answers.
    package var inspection: String?
    /// Of a report that is not of this record: under which framework, after which kind of visit.
    package var framework: String?
    package var visit: String?
    package var receivedOn: Day?
    package var publishedOn: Day?
    /// Whether that report has something for priority action.
    package var hasPriorityAction: Bool?
    /// The day the plan was sent to the inspectorate and the department, and what shows it.
    package var sentOn: Day?
    package var sentShownBy: String?
    package var themes: [PlanTheme]
    /// Teams taken together: what a head of service looks at.
    package var branches: [PlanBranch]
    /// From this day nothing more is asked of it.
    package var endedOn: Day?

    package init(name: String, beganOn: Day, keptBy: String) {
        self.name = name
        self.beganOn = beganOn
        self.keptBy = keptBy
        themes = []
        branches = []
    }

    package var happenedOn: Day? { beganOn }

    package static func fold(_ record: Recorded<ImprovementPlan>, into journey: inout Journey) {}
}

package struct PlanTheme: Hashable, Codable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

package struct PlanBranch: Hashable, Codable, Sendable {
    package var name: String
    /// Teams by their ids.
    package var teams: [String]

    package init(name: String, teams: [String]) {
        self.name = name
        self.teams = teams
    }
}
