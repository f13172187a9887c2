// Attributes of what stands in the head of a page.

extension HTMLAttribute where Tag == HTMLTag.meta {
    @inlinable public static func name(_ value: String) -> Self { .init("name", value) }
    @inlinable public static func content(_ value: String) -> Self { .init("content", value) }

    /// The content is how many seconds the browser waits before it fetches the page again.
    @inlinable public static var refresh: Self { .init("http-equiv", "refresh") }
}
