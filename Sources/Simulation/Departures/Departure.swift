import ChildJourney
import WorkingDays

/// One way in which a sound record goes wrong, and every concern that follows; or a decoy, which only looks wrong.
///
/// A departure changes the latest episode of one child and nothing else, so that what it causes is known in full.
protocol Departure: Sendable {
    var name: String { get }
    /// How often it is tried among the children of a story, as a weight.
    var suits: [Story: Int] { get }
    var isDecoy: Bool { get }
    /// Another outline of the child's life, in time order, where the story's own does not serve; empty where none fits.
    func outlines(_ scene: inout Scene) -> [EpisodeShape]?
    /// Changes the life and says what then stands on the reference day; nil where this life has no room for it.
    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]?
}

extension Departure {
    var isDecoy: Bool { false }
    func outlines(_ scene: inout Scene) -> [EpisodeShape]? { nil }
}

/// A case that looks as if a concern must stand, and none does.
protocol Decoy: Departure {}

extension Decoy {
    var isDecoy: Bool { true }
    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? { [] }
}
