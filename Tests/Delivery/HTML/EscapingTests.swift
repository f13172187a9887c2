import HTML
import Testing

@Suite("Escaping: text gets into a page, markup does not")
struct EscapingTests {
    static let characters: [(String, String)] = [
        ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;"),
    ]

    @Test(arguments: characters)
    func `each of the five characters is escaped in text`(_ character: String, _ escaped: String) {
        #expect(p { "a\(character)b" }.renderText() == "<p>a\(escaped)b</p>")
    }

    @Test(arguments: characters)
    func `each of the five characters is escaped in an attribute`(_ character: String, _ escaped: String) {
        #expect(p(.id("a\(character)b")) {}.renderText() == "<p id=\"a\(escaped)b\"></p>")
    }

    @Test
    func `a quotation mark in a value cannot begin another attribute`() {
        let written = input(.value(#"x" autofocus onfocus="alert(1)"#)).renderText()
        #expect(written == "<input value=\"x&quot; autofocus onfocus=&quot;alert(1)\">")
    }

    @Test
    func `a class from outside cannot begin another attribute`() {
        let written = p(.class("a"), .class("b\" hidden=\"")) {}.renderText()
        #expect(written == "<p class=\"a b&quot; hidden=&quot;\"></p>")
    }

    @Test
    func `script text in a name is shown as text`() {
        let written = td { "</td><script>alert('x')</script>" }.renderText()
        #expect(written == "<td>&lt;/td&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</td>")
    }

    @Test
    func `what is already escaped is shown as it was typed`() {
        #expect(p { "&amp;" }.renderText() == "<p>&amp;amp;</p>")
    }

    @Test
    func `letters outside ASCII pass unchanged`() {
        #expect(p { "Siân Ó Briain 王 👶🏽" }.renderText() == "<p>Siân Ó Briain 王 👶🏽</p>")
    }

    @Test
    func `long text is escaped from its first character to its last`() {
        let long = "<" + String(repeating: "é&", count: 5_000) + ">"
        let expected = "&lt;" + String(repeating: "é&amp;", count: 5_000) + "&gt;"
        #expect(p { long }.renderText() == "<p>\(expected)</p>")
    }

    @Test
    func `control characters are replaced, line ends and tabs are kept`() {
        let written = p { "a\u{0}b\u{1B}c\u{7F}d\te\nf" }.renderText()
        #expect(written == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf</p>")
    }
}
