/// Drawing elements, kept apart from the page's own: `text` and `title` mean other things there.
public enum SVGTag {
    public enum circle: SVGTagName { @inlinable public static var name: StaticString { "circle" } }
    public enum defs: SVGTagName { @inlinable public static var name: StaticString { "defs" } }
    public enum desc: SVGTagName { @inlinable public static var name: StaticString { "desc" } }
    public enum g: SVGTagName { @inlinable public static var name: StaticString { "g" } }
    public enum line: SVGTagName { @inlinable public static var name: StaticString { "line" } }
    public enum path: SVGTagName { @inlinable public static var name: StaticString { "path" } }
    public enum pattern: SVGTagName { @inlinable public static var name: StaticString { "pattern" } }
    public enum polyline: SVGTagName { @inlinable public static var name: StaticString { "polyline" } }
    public enum rect: SVGTagName { @inlinable public static var name: StaticString { "rect" } }
    public enum svg: SVGTagName { @inlinable public static var name: StaticString { "svg" } }
    public enum symbol: SVGTagName { @inlinable public static var name: StaticString { "symbol" } }
    public enum text: SVGTagName { @inlinable public static var name: StaticString { "text" } }
    public enum title: SVGTagName { @inlinable public static var name: StaticString { "title" } }
    public enum use: SVGTagName { @inlinable public static var name: StaticString { "use" } }
}

/// The name of an element of a drawing.
public protocol SVGTagName: HTMLPairedTag {}

public typealias svg<Content: HTML> = HTMLElement<SVGTag.svg, Content>

/// The parts of a drawing by their own names: `SVG.line(.from(0, 0), .to(10, 0))`.
public enum SVG {
    public typealias circle<Content: HTML> = HTMLElement<SVGTag.circle, Content>
    public typealias defs<Content: HTML> = HTMLElement<SVGTag.defs, Content>
    public typealias desc<Content: HTML> = HTMLElement<SVGTag.desc, Content>
    public typealias g<Content: HTML> = HTMLElement<SVGTag.g, Content>
    public typealias line<Content: HTML> = HTMLElement<SVGTag.line, Content>
    public typealias path<Content: HTML> = HTMLElement<SVGTag.path, Content>
    public typealias pattern<Content: HTML> = HTMLElement<SVGTag.pattern, Content>
    public typealias polyline<Content: HTML> = HTMLElement<SVGTag.polyline, Content>
    public typealias rect<Content: HTML> = HTMLElement<SVGTag.rect, Content>
    public typealias symbol<Content: HTML> = HTMLElement<SVGTag.symbol, Content>
    public typealias text<Content: HTML> = HTMLElement<SVGTag.text, Content>
    public typealias title<Content: HTML> = HTMLElement<SVGTag.title, Content>
    public typealias use<Content: HTML> = HTMLElement<SVGTag.use, Content>
}
