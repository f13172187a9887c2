import HTML
import Testing

@Suite("Builder: what stands between the braces is what is written")
struct BuilderTests {
    private struct Greeting: HTML {
        let name: String?

        var body: some HTML {
            if let name {
                p { "Hello, \(name)" }
            } else {
                p { "Hello" }
            }
        }
    }

    @Test
    func `elements nest in the order they are written`() {
        let written = div(.class("row")) {
            h2 { "Tamar" }
            "text"
            span {}
        }.renderText()
        #expect(written == "<div class=\"row\"><h2>Tamar</h2>text<span></span></div>")
    }

    @Test(arguments: [("Tamar", "<p>Hello, Tamar</p>"), (nil, "<p>Hello</p>")])
    func `a view writes its body, whichever way its condition falls`(_ name: String?, _ expected: String) {
        #expect(Greeting(name: name).renderText() == expected)
    }

    @Test(arguments: [(true, "<p>seen</p>"), (false, "<p></p>")])
    func `content behind a condition that does not hold is not written`(_ isSeen: Bool, _ expected: String) {
        let written = p {
            if isSeen { "seen" }
        }.renderText()
        #expect(written == expected)
    }

    @Test
    func `a loop writes each of its turns, and none for none`() {
        func list(_ names: [String]) -> String {
            ul { for name in names { li { name } } }.renderText()
        }
        #expect(list(["Tamar", "Eli"]) == "<ul><li>Tamar</li><li>Eli</li></ul>")
        #expect(list([]) == "<ul></ul>")
    }

    @Test
    func `a void element has no end`() {
        let field = input(.type(.text), .name("q"), .required)
        #expect(field.renderText() == "<input type=\"text\" name=\"q\" required>")
        #expect(
            div {
                br(); hr()
            }.renderText() == "<div><br><hr></div>")
    }

    @Test
    func `several classes become one attribute`() {
        let written = p(.class("a"), .id("x"), .class("b")) {}.renderText()
        #expect(written == "<p class=\"a b\" id=\"x\"></p>")
    }

    @Test
    func `an attribute behind a condition is written only when it holds`() {
        let link = a(.href("/today")) { "Today" }
        func written(when isCurrent: Bool) -> String {
            link.attributes(.aria("current", "page"), when: isCurrent).renderText()
        }
        #expect(written(when: true) == "<a href=\"/today\" aria-current=\"page\">Today</a>")
        #expect(written(when: false) == "<a href=\"/today\">Today</a>")
    }

    @Test
    func `fixed markup is written as it stands`() {
        #expect(HTMLRaw("<wbr>").renderText() == "<wbr>")
    }

    @Test(arguments: [(0.0, "0"), (3.0, "3"), (2.25, "2.3"), (-0.5, "-0.5"), (-12.0, "-12"), (0.04, "0")])
    func `a drawing's lengths have at most one decimal`(_ length: Double, _ expected: String) {
        #expect(SVG.circle(.r(length)).renderText() == "<circle r=\"\(expected)\"></circle>")
    }

    private struct Page: HTMLDocument {
        let title = "Tamar & Eli"
        let lang = "en-GB"
        var head: some HTML { link(.rel("stylesheet"), .href("/a.css")) }
        var body: some HTML { h1 { "Today" } }
    }

    @Test
    func `a document is a whole page, its title escaped`() {
        let written = String(decoding: Page().render(), as: UTF8.self)
        #expect(written.hasPrefix("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"))
        #expect(written.contains("<title>Tamar &amp; Eli</title>"))
        #expect(written.hasSuffix("</head><body><h1>Today</h1></body></html>"))
    }
}
