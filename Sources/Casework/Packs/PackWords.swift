/// Words of the council's own in a pack. They name no child, and tell nothing that is withheld of one.
package struct PackWords: Hashable, Sendable {
    /// What whoever makes it says before everything else.
    package var covering: String?
    package var purpose: String?
    package var background: String?

    package init(covering: String? = nil, purpose: String? = nil, background: String? = nil) {
        self.covering = covering
        self.purpose = purpose
        self.background = background
    }

    /// What each is called on the form, and in a sentence.
    var all: [(field: String, name: String, words: String)] {
        [
            ("covering", "The covering note", covering), ("purpose", "The purpose", purpose),
            ("background", "The background", background),
        ].compactMap { field, name, words in words.map { (field, name, $0) } }
    }
}
