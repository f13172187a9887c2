/// Words that lead somewhere.
package struct Link: Sendable {
    package var words: String
    package var href: String

    package init(words: String, href: String) {
        self.words = words
        self.href = href
    }
}
