// Attributes of forms and what is filled in.

extension HTMLAttribute where Tag: HTMLFieldTag {
    @inlinable public static func name(_ value: String) -> Self { .init("name", value) }
    @inlinable public static func value(_ value: String) -> Self { .init("value", value) }
    @inlinable public static var disabled: Self { .init("disabled", nil) }
    @inlinable public static var required: Self { .init("required", nil) }
    @inlinable public static func autocomplete(_ value: String) -> Self { .init("autocomplete", value) }
}

/// How a form is sent.
public enum HTMLFormMethod: String, Sendable { case get, post }

extension HTMLAttribute where Tag == HTMLTag.form {
    @inlinable
    public static func method(_ method: HTMLFormMethod) -> Self { .init("method", method.rawValue) }
    @inlinable public static var multipart: Self { .init("enctype", "multipart/form-data") }
    @inlinable public static var novalidate: Self { .init("novalidate", nil) }
}

/// What an input takes.
public enum HTMLInputType: String, Sendable {
    case text, search, password, email, date, file, hidden, checkbox, radio
}

extension HTMLAttribute where Tag == HTMLTag.input {
    @inlinable public static func type(_ type: HTMLInputType) -> Self { .init("type", type.rawValue) }
    @inlinable public static var checked: Self { .init("checked", nil) }
    @inlinable public static func accept(_ kinds: String) -> Self { .init("accept", kinds) }
    @inlinable public static func inputmode(_ value: String) -> Self { .init("inputmode", value) }
    @inlinable
    public static func spellcheck(_ on: Bool) -> Self { .init("spellcheck", on ? "true" : "false") }
    @inlinable public static func autocapitalize(_ value: String) -> Self { .init("autocapitalize", value) }
}

extension HTMLAttribute where Tag == HTMLTag.textarea {
    @inlinable public static func rows(_ lines: Int) -> Self { .init("rows", "\(lines)") }
}

extension HTMLAttribute where Tag == HTMLTag.button {
    @inlinable public static var submit: Self { .init("type", "submit") }
}

extension HTMLAttribute where Tag == HTMLTag.option {
    @inlinable public static func value(_ value: String) -> Self { .init("value", value) }
    @inlinable public static var selected: Self { .init("selected", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.label {
    @inlinable public static func `for`(_ id: String) -> Self { .init("for", id) }
}

extension HTMLAttribute where Tag == HTMLTag.progress {
    @inlinable public static func value(_ done: Int) -> Self { .init("value", "\(done)") }
    @inlinable public static func max(_ all: Int) -> Self { .init("max", "\(all)") }
}
