/// A check that cannot be answered from what is loaded, and why.
package struct NotCheckable: Sendable {
    package var kind: KindIcon
    /// "Not seen alone on a visit".
    package var check: String
    /// "A census file has no visits."
    package var because: String

    package init(kind: KindIcon, check: String, because: String) {
        self.kind = kind
        self.check = check
        self.because = because
    }
}
