import AccessRules
import Assurance
import RecordKeeping
import WorkingDays

/// One of the published accounts, played through what people do on a fresh record. Its numbers are counted from the
/// record afterwards, by what the pages use; every child in it is invented.
package protocol Story: Sendable {
    static var name: String { get }
    /// The day on which its numbers are counted.
    static var referenceDay: Day { get }

    init(store: any RecordStore, standards: StoryStandards)

    var council: CouncilCode { get }
    /// Plays the whole of it.
    func play() async throws
    /// What the record then shows, in the order it is printed.
    func numbers() async throws -> [(name: String, value: StoryValue)]
}

/// What a story is played by.
package struct StoryStandards: Sendable {
    package let calendar: WorkingCalendar
    package let frameworks: InspectionFrameworks

    package init(calendar: WorkingCalendar, frameworks: InspectionFrameworks) {
        self.calendar = calendar
        self.frameworks = frameworks
    }
}

/// A number, a word or several, as a story prints them.
package indirect enum StoryValue: Sendable {
    case count(Int)
    case text(String)
    case list([String])
    case group([(name: String, value: StoryValue)])
}

/// Every story there is, by the year of what it tells.
package enum Stories {
    package static let all: [any Story.Type] = [
        Leeds2009.self, SpotChecks2009.self, Wirral2011.self, CheshireEast2013.self, Darlington2015.self,
        LeedsImprovement.self, WirralImprovement.self, MarkedComplete.self,
    ]
}
