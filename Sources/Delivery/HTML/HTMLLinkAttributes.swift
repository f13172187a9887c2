// Attributes that lead somewhere. Each address passes `HTMLAddress`, so none can run a script.

extension HTMLAttribute where Tag: HTMLLinkingTag {
    @inlinable public static func href(_ address: String) -> Self { .init("href", HTMLAddress(address).text) }
    @inlinable public static func rel(_ value: String) -> Self { .init("rel", value) }
}

extension HTMLAttribute where Tag: HTMLSourceTag {
    @inlinable public static func src(_ address: String) -> Self { .init("src", HTMLAddress(address).text) }
}

extension HTMLAttribute where Tag == HTMLTag.a {
    @inlinable public static var download: Self { .init("download", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.script {
    @inlinable public static var `defer`: Self { .init("defer", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.img {
    @inlinable public static func alt(_ words: String) -> Self { .init("alt", words) }
}

extension HTMLAttribute where Tag == HTMLTag.form {
    @inlinable
    public static func action(_ address: String) -> Self { .init("action", HTMLAddress(address).text) }
}

extension HTMLAttribute where Tag == SVGTag.use {
    /// The symbol drawn here, by its id in the same page.
    @inlinable public static func symbol(_ id: String) -> Self { .init("href", "#" + id) }
}
