// Attributes of drawings. Lengths are in the drawing's own units, whole or tenths.

extension HTMLAttribute where Tag: SVGTagName {
    @inlinable public static func x(_ length: Double) -> Self { .init("x", svgLength(length)) }
    @inlinable public static func y(_ length: Double) -> Self { .init("y", svgLength(length)) }
    @inlinable public static func width(_ length: Double) -> Self { .init("width", svgLength(length)) }
    @inlinable public static func height(_ length: Double) -> Self { .init("height", svgLength(length)) }
    @inlinable public static func textAnchor(_ value: String) -> Self { .init("text-anchor", value) }
}

extension HTMLAttribute where Tag == SVGTag.svg {
    @inlinable
    public static func viewBox(width: Double, height: Double) -> Self {
        .init("viewBox", "0 0 \(svgLength(width)) \(svgLength(height))")
    }

    /// Kept out of the keyboard's way in browsers that would stop at a drawing.
    @inlinable public static var unfocusable: Self { .init("focusable", "false") }
}

extension HTMLAttribute where Tag == SVGTag.circle {
    @inlinable public static func cx(_ length: Double) -> Self { .init("cx", svgLength(length)) }
    @inlinable public static func cy(_ length: Double) -> Self { .init("cy", svgLength(length)) }
    @inlinable public static func r(_ length: Double) -> Self { .init("r", svgLength(length)) }
}

extension HTMLAttribute where Tag == SVGTag.line {
    @inlinable public static func x1(_ length: Double) -> Self { .init("x1", svgLength(length)) }
    @inlinable public static func y1(_ length: Double) -> Self { .init("y1", svgLength(length)) }
    @inlinable public static func x2(_ length: Double) -> Self { .init("x2", svgLength(length)) }
    @inlinable public static func y2(_ length: Double) -> Self { .init("y2", svgLength(length)) }
}

extension HTMLAttribute where Tag == SVGTag.polyline {
    @inlinable
    public static func points(_ points: [(x: Double, y: Double)]) -> Self {
        .init("points", points.map { "\(svgLength($0.x)),\(svgLength($0.y))" }.joined(separator: " "))
    }
}

extension HTMLAttribute where Tag == SVGTag.path {
    @inlinable public static func d(_ outline: String) -> Self { .init("d", outline) }
}

/// A length with at most one decimal: more would only lengthen the page.
@usableFromInline
func svgLength(_ length: Double) -> String {
    precondition(length.isFinite, "a drawing's length must be a number")
    // NB: rounded by hand, since `rounded()` would need the C maths library in every program that links this.
    let tenths = Int(length * 10 + (length < 0 ? -0.5 : 0.5))
    let whole = "\(abs(tenths) / 10)"
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? sign + whole : "\(sign)\(whole).\(abs(tenths) % 10)"
}
