/// A number a child is known by somewhere.
package struct Identifier: Sendable {
    /// "Council's number", "Unique pupil number".
    package var words: String
    package var value: String

    package init(words: String, value: String) {
        self.words = words
        self.value = value
    }
}
