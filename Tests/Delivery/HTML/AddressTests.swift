import HTML
import Testing

@Suite("Addresses: a link leads within this site or to http(s)")
struct AddressTests {
    @Test(arguments: [
        "/children/17", "?team=north&page=2", "#main", "children/17", "", "https://www.example.org/a?b=c:d",
        "http://example.org", "HTTPS://EXAMPLE.ORG/", "/search?q=a:b", "a/b:c", "/children/si%C3%A2n",
    ])
    func `an ordinary address is kept`(_ address: String) {
        #expect(HTMLAddress(address).text == address)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,<script>", "vbscript:x",
        "file:///etc", "//elsewhere.example",
        "/\\elsewhere.example", "\\\\elsewhere.example", "mailto:a@example.org",
        "http:elsewhere.example", "blob:x", ":", "https:/\\elsewhere.example",
    ])
    func `an address that could run a script or leave unseen is refused`(_ address: String) {
        #expect(HTMLAddress(address).text == HTMLAddress.refused)
    }

    @Test
    func `links, forms and sources all refuse a script`() {
        let address = "javascript:alert(1)"
        #expect(a(.href(address)) { "x" }.renderText() == "<a href=\"#address-refused\">x</a>")
        #expect(form(.action(address)) {}.renderText() == "<form action=\"#address-refused\"></form>")
        #expect(script(.src(address)).renderText() == "<script src=\"#address-refused\"></script>")
    }

    @Test
    func `an address is escaped too`() {
        let written = a(.href("/search?q=\"><b>&page=2")) { "x" }.renderText()
        #expect(written == "<a href=\"/search?q=&quot;&gt;&lt;b&gt;&amp;page=2\">x</a>")
    }
}
