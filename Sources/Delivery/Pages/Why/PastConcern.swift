/// An earlier time the same thing was missing for the same child.
package struct PastConcern: Sendable {
    package var began: String
    /// Nil while it stands.
    package var cleared: String?
    /// "6 working days".
    package var length: String
    /// "Visit by J. Marsh", "Delay explained: she was in hospital".
    package var how: String

    package init(began: String, cleared: String?, length: String, how: String) {
        self.began = began
        self.cleared = cleared
        self.length = length
        self.how = how
    }
}
