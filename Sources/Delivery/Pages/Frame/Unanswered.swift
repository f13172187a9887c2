/// How many checks cannot be answered from what is loaded.
package struct Unanswered: Hashable, Sendable {
    package var checks: Int
    package var of: Int
    package var href: String

    package init(checks: Int, of: Int, href: String = "/cannot-see") {
        self.checks = checks
        self.of = of
        self.href = href
    }
}
