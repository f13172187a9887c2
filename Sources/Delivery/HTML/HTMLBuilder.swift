/// Joins what stands between two braces into one piece of content.
@resultBuilder
public enum HTMLBuilder {
    @inlinable
    public static func buildExpression<Content: HTML>(_ content: consuming Content) -> Content { content }

    @inlinable
    public static func buildExpression(_ text: String) -> HTMLText { HTMLText(text) }

    @inlinable
    public static func buildBlock() -> EmptyHTML { EmptyHTML() }

    @inlinable
    public static func buildPartialBlock<First: HTML>(first: consuming First) -> First { first }

    @inlinable
    public static func buildPartialBlock<First: HTML, Second: HTML>(
        accumulated: consuming First, next: consuming Second
    ) -> HTMLPair<First, Second> {
        HTMLPair(accumulated, next)
    }

    @inlinable
    public static func buildOptional<Content: HTML>(_ content: consuming Content?) -> Content? { content }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(first: consuming First) -> HTMLEither<
        First, Second
    > {
        .first(first)
    }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(second: consuming Second) -> HTMLEither<
        First, Second
    > {
        .second(second)
    }

    @inlinable
    public static func buildArray<Content: HTML>(_ content: consuming [Content]) -> HTMLArray<Content> {
        HTMLArray(content)
    }
}

/// Nothing at all.
public struct EmptyHTML: HTML {
    @inlinable
    public init() {}

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {}
}

/// Two pieces of content, one after the other; longer runs are pairs of pairs.
///
/// Pairs rather than a parameter pack: a pack's tuple is looked up while the program runs, which made
/// a page of fifty rows ten times slower.
public struct HTMLPair<First: HTML, Second: HTML>: HTML {
    @usableFromInline let first: First
    @usableFromInline let second: Second

    @inlinable
    init(_ first: consuming First, _ second: consuming Second) {
        self.first = first
        self.second = second
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        first.render(into: &buffer)
        second.render(into: &buffer)
    }
}

/// One of two pieces of content: what `if … else` and `switch` become.
public enum HTMLEither<First: HTML, Second: HTML>: HTML {
    case first(First)
    case second(Second)

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        switch self {
        case .first(let content): content.render(into: &buffer)
        case .second(let content): content.render(into: &buffer)
        }
    }
}

/// The same kind of content, repeated: what `for` becomes.
public struct HTMLArray<Content: HTML>: HTML {
    @usableFromInline let content: [Content]

    @inlinable
    init(_ content: consuming [Content]) {
        self.content = content
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        for piece in content {
            piece.render(into: &buffer)
        }
    }
}

extension Optional: HTML where Wrapped: HTML {
    @inlinable
    public var body: Never { fatalError("content that writes itself has no body") }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        if let content = self {
            content.render(into: &buffer)
        }
    }
}
