/// The name of an element, as a type, so that an attribute can be kept to the elements that know it.
public protocol HTMLTagName {
    static var name: StaticString { get }
}

/// An element with a beginning and an end.
public protocol HTMLPairedTag: HTMLTagName {}

/// An element that has no end and no content.
public protocol HTMLVoidTag: HTMLTagName {}

/// An element that leads somewhere.
public protocol HTMLLinkingTag: HTMLTagName {}

/// An element somebody fills in or presses.
public protocol HTMLFieldTag: HTMLTagName {}

/// An element that fetches a file.
public protocol HTMLSourceTag: HTMLTagName {}

/// A cell of a table.
public protocol HTMLCellTag: HTMLTagName {}

/// The elements our pages use. Those that run or style in place (`style`, `iframe`) are left out
/// on purpose.
public enum HTMLTag {
    public enum a: HTMLPairedTag { @inlinable public static var name: StaticString { "a" } }
    public enum abbr: HTMLPairedTag { @inlinable public static var name: StaticString { "abbr" } }
    public enum article: HTMLPairedTag { @inlinable public static var name: StaticString { "article" } }
    public enum aside: HTMLPairedTag { @inlinable public static var name: StaticString { "aside" } }
    public enum b: HTMLPairedTag { @inlinable public static var name: StaticString { "b" } }
    public enum bdi: HTMLPairedTag { @inlinable public static var name: StaticString { "bdi" } }
    public enum blockquote: HTMLPairedTag { @inlinable public static var name: StaticString { "blockquote" } }
    public enum br: HTMLVoidTag { @inlinable public static var name: StaticString { "br" } }
    public enum button: HTMLPairedTag { @inlinable public static var name: StaticString { "button" } }
    public enum caption: HTMLPairedTag { @inlinable public static var name: StaticString { "caption" } }
    public enum code: HTMLPairedTag { @inlinable public static var name: StaticString { "code" } }
    public enum dd: HTMLPairedTag { @inlinable public static var name: StaticString { "dd" } }
    public enum del: HTMLPairedTag { @inlinable public static var name: StaticString { "del" } }
    public enum details: HTMLPairedTag { @inlinable public static var name: StaticString { "details" } }
    public enum div: HTMLPairedTag { @inlinable public static var name: StaticString { "div" } }
    public enum dl: HTMLPairedTag { @inlinable public static var name: StaticString { "dl" } }
    public enum dt: HTMLPairedTag { @inlinable public static var name: StaticString { "dt" } }
    public enum em: HTMLPairedTag { @inlinable public static var name: StaticString { "em" } }
    public enum fieldset: HTMLPairedTag { @inlinable public static var name: StaticString { "fieldset" } }
    public enum figcaption: HTMLPairedTag { @inlinable public static var name: StaticString { "figcaption" } }
    public enum figure: HTMLPairedTag { @inlinable public static var name: StaticString { "figure" } }
    public enum footer: HTMLPairedTag { @inlinable public static var name: StaticString { "footer" } }
    public enum form: HTMLPairedTag { @inlinable public static var name: StaticString { "form" } }
    public enum h1: HTMLPairedTag { @inlinable public static var name: StaticString { "h1" } }
    public enum h2: HTMLPairedTag { @inlinable public static var name: StaticString { "h2" } }
    public enum h3: HTMLPairedTag { @inlinable public static var name: StaticString { "h3" } }
    public enum h4: HTMLPairedTag { @inlinable public static var name: StaticString { "h4" } }
    public enum header: HTMLPairedTag { @inlinable public static var name: StaticString { "header" } }
    public enum hr: HTMLVoidTag { @inlinable public static var name: StaticString { "hr" } }
    public enum img: HTMLVoidTag { @inlinable public static var name: StaticString { "img" } }
    public enum ins: HTMLPairedTag { @inlinable public static var name: StaticString { "ins" } }
    public enum input: HTMLVoidTag { @inlinable public static var name: StaticString { "input" } }
    public enum kbd: HTMLPairedTag { @inlinable public static var name: StaticString { "kbd" } }
    public enum label: HTMLPairedTag { @inlinable public static var name: StaticString { "label" } }
    public enum legend: HTMLPairedTag { @inlinable public static var name: StaticString { "legend" } }
    public enum li: HTMLPairedTag { @inlinable public static var name: StaticString { "li" } }
    public enum link: HTMLVoidTag { @inlinable public static var name: StaticString { "link" } }
    public enum main: HTMLPairedTag { @inlinable public static var name: StaticString { "main" } }
    public enum meta: HTMLVoidTag { @inlinable public static var name: StaticString { "meta" } }
    public enum nav: HTMLPairedTag { @inlinable public static var name: StaticString { "nav" } }
    public enum noscript: HTMLPairedTag { @inlinable public static var name: StaticString { "noscript" } }
    public enum ol: HTMLPairedTag { @inlinable public static var name: StaticString { "ol" } }
    public enum option: HTMLPairedTag { @inlinable public static var name: StaticString { "option" } }
    public enum p: HTMLPairedTag { @inlinable public static var name: StaticString { "p" } }
    public enum progress: HTMLPairedTag { @inlinable public static var name: StaticString { "progress" } }
    public enum script: HTMLPairedTag { @inlinable public static var name: StaticString { "script" } }
    public enum section: HTMLPairedTag { @inlinable public static var name: StaticString { "section" } }
    public enum select: HTMLPairedTag { @inlinable public static var name: StaticString { "select" } }
    public enum small: HTMLPairedTag { @inlinable public static var name: StaticString { "small" } }
    public enum span: HTMLPairedTag { @inlinable public static var name: StaticString { "span" } }
    public enum strong: HTMLPairedTag { @inlinable public static var name: StaticString { "strong" } }
    public enum summary: HTMLPairedTag { @inlinable public static var name: StaticString { "summary" } }
    public enum sup: HTMLPairedTag { @inlinable public static var name: StaticString { "sup" } }
    public enum table: HTMLPairedTag { @inlinable public static var name: StaticString { "table" } }
    public enum tbody: HTMLPairedTag { @inlinable public static var name: StaticString { "tbody" } }
    public enum td: HTMLPairedTag { @inlinable public static var name: StaticString { "td" } }
    public enum textarea: HTMLPairedTag { @inlinable public static var name: StaticString { "textarea" } }
    public enum tfoot: HTMLPairedTag { @inlinable public static var name: StaticString { "tfoot" } }
    public enum th: HTMLPairedTag { @inlinable public static var name: StaticString { "th" } }
    public enum thead: HTMLPairedTag { @inlinable public static var name: StaticString { "thead" } }
    public enum time: HTMLPairedTag { @inlinable public static var name: StaticString { "time" } }
    public enum tr: HTMLPairedTag { @inlinable public static var name: StaticString { "tr" } }
    public enum ul: HTMLPairedTag { @inlinable public static var name: StaticString { "ul" } }
}

extension HTMLTag.a: HTMLLinkingTag {}
extension HTMLTag.button: HTMLFieldTag {}
extension HTMLTag.img: HTMLSourceTag {}
extension HTMLTag.input: HTMLFieldTag {}
extension HTMLTag.link: HTMLLinkingTag {}
extension HTMLTag.script: HTMLSourceTag {}
extension HTMLTag.select: HTMLFieldTag {}
extension HTMLTag.td: HTMLCellTag {}
extension HTMLTag.textarea: HTMLFieldTag {}
extension HTMLTag.th: HTMLCellTag {}
