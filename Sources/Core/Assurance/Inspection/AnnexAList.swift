/// One list of children a council hands over when an inspection begins: what it is called, whom it holds and its columns.
package struct AnnexAList: Hashable, Sendable {
    package let number: Int
    package let title: String
    /// Whom it holds, as its source says.
    package let scope: String
    package let columns: [String]

    package init(number: Int, title: String, scope: String, columns: [String]) {
        self.number = number
        self.title = title
        self.scope = scope
        self.columns = columns
    }
}
