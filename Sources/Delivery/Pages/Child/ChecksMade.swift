/// How many checks could be made for one child, and how many could not.
package struct ChecksMade: Sendable {
    package var made: Int
    package var notMade: Int

    package init(made: Int, notMade: Int) {
        self.made = made
        self.notMade = notMade
    }

    var words: String {
        "\(made) \(made == 1 ? "check" : "checks") could be made. \(notMade) could not."
    }
}
