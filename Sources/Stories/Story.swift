import AccessRules
import RecordKeeping
import WorkingDays

/// One of the published accounts, played through what people do on a fresh record. Its numbers are counted from the
/// record afterwards, by what the pages use; every child in it is invented.
package protocol Story: Sendable {
    static var name: String { get }
    /// The day on which its numbers are counted.
    static var referenceDay: Day { get }

    init(store: any RecordStore, calendar: WorkingCalendar)

    var council: CouncilCode { get }
    /// Plays the whole of it.
    func play() async throws
    /// What the record then shows, in the order it is printed.
    func numbers() async throws -> [(name: String, count: Int)]
}

/// Every story there is.
package enum Stories {
    package static let all: [any Story.Type] = [Darlington2015.self]
}
