/// Joins what stands between two braces into one piece of content.
@resultBuilder
public enum HTMLBuilder {
    @inlinable
    public static func buildExpression<Content: HTML>(_ content: Content) -> Content { content }

    @inlinable
    public static func buildExpression(_ text: String) -> HTMLText { HTMLText(text) }

    @inlinable
    public static func buildBlock() -> EmptyHTML { EmptyHTML() }

    @inlinable
    public static func buildBlock<Content: HTML>(_ content: Content) -> Content { content }

    @inlinable
    public static func buildBlock<each Content: HTML>(
        _ content: repeat each Content
    ) -> HTMLSequence<repeat each Content> {
        HTMLSequence(repeat each content)
    }

    @inlinable
    public static func buildOptional<Content: HTML>(_ content: Content?) -> Content? { content }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(first: First) -> HTMLEither<First, Second> {
        .first(first)
    }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(second: Second) -> HTMLEither<First, Second> {
        .second(second)
    }

    @inlinable
    public static func buildArray<Content: HTML>(_ content: [Content]) -> HTMLArray<Content> {
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

/// Several pieces of content, one after another.
public struct HTMLSequence<each Content: HTML>: HTML {
    @usableFromInline let content: (repeat each Content)

    @inlinable
    init(_ content: repeat each Content) {
        self.content = (repeat each content)
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        for piece in repeat each content {
            piece.render(into: &buffer)
        }
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
    init(_ content: [Content]) {
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
