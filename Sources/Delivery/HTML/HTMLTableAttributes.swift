// Attributes of tables, times and lists.

/// Which cells a heading cell stands for.
public enum HTMLScope: String, Sendable { case row, col }

extension HTMLAttribute where Tag == HTMLTag.th {
    @inlinable public static func scope(_ scope: HTMLScope) -> Self { .init("scope", scope.rawValue) }
}

extension HTMLAttribute where Tag: HTMLCellTag {
    @inlinable public static func colspan(_ columns: Int) -> Self { .init("colspan", "\(columns)") }
}

extension HTMLAttribute where Tag == HTMLTag.time {
    /// The day or moment in ISO 8601, for programs; people read the words.
    @inlinable public static func datetime(_ iso: String) -> Self { .init("datetime", iso) }
}

extension HTMLAttribute where Tag == HTMLTag.ol {
    @inlinable public static var reversed: Self { .init("reversed", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.details {
    @inlinable public static var open: Self { .init("open", nil) }
}
