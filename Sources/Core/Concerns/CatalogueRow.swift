/// One row of the catalogue of concerns as shipped in `Data/concerns.tsv`, whether or not a rule for it exists yet.
package struct CatalogueRow: Sendable, Hashable {
    package let code: ConcernCode
    package let section: String
    package let kind: ConcernKind
    package let title: String
    package let level: Int
    package let inToday: Bool

    package init(
        code: ConcernCode, section: String, kind: ConcernKind, title: String, level: Int, inToday: Bool
    ) {
        self.code = code
        self.section = section
        self.kind = kind
        self.title = title
        self.level = level
        self.inToday = inToday
    }
}
