/// Somebody in a child's life.
package struct PersonLine: Sendable {
    /// "Mother", "Brother", "Health visitor".
    package var role: String
    package var name: String
    package var href: String?
    /// "9, in need", "may pose a risk (alleged, review Mon 4 Jan 2027)".
    package var detail: String?

    package init(role: String, name: String, href: String? = nil, detail: String? = nil) {
        self.role = role
        self.name = name
        self.href = href
        self.detail = detail
    }
}
