import ChildJourney

/// Gives each record of a child an id of its own, such as `42-V3`: unique in the council, not only for the child.
struct Identifiers: Sendable {
    private let prefix: String
    private var used = 0

    init(child: Int) { prefix = "\(child)-" }

    mutating func next(_ letter: Character) -> RecordID {
        used += 1
        return RecordID("\(prefix)\(letter)\(used)")
    }
}
