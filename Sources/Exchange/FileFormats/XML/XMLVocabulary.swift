/// The element names a reader of a format knows. The first has code 1; 0 is any other name.
package struct XMLVocabulary: Sendable {
    package let names: [String]

    package init(_ names: [String]) {
        precondition(Set(names).count == names.count, "An element name may be listed once only.")
        self.names = names
    }

    package func code(of name: String) -> Int { (names.firstIndex(of: name) ?? -1) + 1 }

    /// The element's name, for a diagnostic; empty when the name is not in the vocabulary.
    package func name(of code: Int) -> String { code > 0 && code <= names.count ? names[code - 1] : "" }
}
