/// Reads a cell that says one of a few things, and tells which by a number.
protocol ChoiceReading: Sendable {
    func read(_ cell: Cell) -> ChoiceFound
}

/// What a cell was found to say.
struct ChoiceFound {
    /// From 1; 0 when the cell says nothing.
    var number: UInt8
    /// The cell looks like JSON and is not; what stood before the break has been used.
    var isMalformed = false

    static let nothing = ChoiceFound(number: 0)
    /// Something is said that no word of the table matches.
    static let unrecognised: UInt8 = 255
}
