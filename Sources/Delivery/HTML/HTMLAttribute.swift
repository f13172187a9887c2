/// One attribute of one kind of element: `.class("row")`.
///
/// Names are fixed at compile time and values are always escaped. There is no way to write `style`,
/// `onclick` and their like: pages are served under a policy that would refuse them.
public struct HTMLAttribute<Tag: HTMLTagName> {
    /// What comes before the name, so that `data-` and `aria-` names stay fixed strings; classes are
    /// apart because several of them make one attribute.
    @usableFromInline enum Family { case plain, data, aria, classes }

    @usableFromInline let family: Family
    @usableFromInline let name: StaticString
    @usableFromInline let value: String?

    @inlinable
    init(_ name: StaticString, _ value: String?, family: Family = .plain) {
        self.family = family
        self.name = name
        self.value = value
    }

    /// Writes all attributes of one element. Several classes become one attribute, since a second
    /// attribute of the same name would be ignored by the browser.
    @inlinable
    static func render(_ attributes: [HTMLAttribute], into buffer: inout HTMLBuffer) {
        var wroteClass = false
        for attribute in attributes {
            if attribute.family == .classes {
                guard !wroteClass else { continue }
                wroteClass = true
                renderClasses(attributes, into: &buffer)
            } else {
                attribute.render(into: &buffer)
            }
        }
    }

    @inlinable
    func render(into buffer: inout HTMLBuffer) {
        switch family {
        case .plain, .classes: buffer.write(" ")
        case .data: buffer.write(" data-")
        case .aria: buffer.write(" aria-")
        }
        buffer.write(name)
        guard let value else { return }
        buffer.write("=\"")
        buffer.writeEscaped(value)
        buffer.write("\"")
    }

    @inlinable
    static func renderClasses(_ attributes: [HTMLAttribute], into buffer: inout HTMLBuffer) {
        buffer.write(" class=\"")
        var isFirst = true
        for attribute in attributes where attribute.family == .classes {
            if !isFirst { buffer.write(" ") }
            isFirst = false
            buffer.writeEscaped(attribute.value ?? "")
        }
        buffer.write("\"")
    }
}

extension HTMLAttribute {
    @inlinable public static func `class`(_ value: String) -> Self { .init("class", value, family: .classes) }
    @inlinable public static func id(_ value: String) -> Self { .init("id", value) }
    @inlinable public static func lang(_ value: String) -> Self { .init("lang", value) }
    @inlinable public static func role(_ value: String) -> Self { .init("role", value) }
    @inlinable public static func tabindex(_ value: Int) -> Self { .init("tabindex", "\(value)") }
    @inlinable public static var hidden: Self { .init("hidden", nil) }

    /// `aria-label`, `aria-current` …; the key is written without its prefix.
    @inlinable
    public static func aria(_ key: StaticString, _ value: String) -> Self {
        .init(key, value, family: .aria)
    }

    /// `data-label` …; the key is written without its prefix.
    @inlinable
    public static func data(_ key: StaticString, _ value: String) -> Self {
        .init(key, value, family: .data)
    }
}
