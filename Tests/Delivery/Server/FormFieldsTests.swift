import Server
import Testing

@Suite struct FormFieldsTests {
    private func read(_ text: String) throws(FormUnreadable) -> FormFields {
        try FormFields(encoded: Array(text.utf8))
    }

    @Test func `names said more than once keep every value, in the order sent`() throws {
        let form = try read("need=N1&other=x&need=N2")
        #expect(form.all("need") == ["N1", "N2"])
        #expect(form["need"] == "N1")
        #expect(form.fields.map(\.name) == ["need", "other", "need"])
    }

    @Test(arguments: [
        ("a=x+y", "x y"), ("a=x%20y", "x y"), ("a=x%2By", "x+y"), ("a=", ""), ("a", ""), ("a=b=c", "b=c"),
        ("a=Zo%C3%AB", "Zoë"), ("a=%26%3D", "&="),
    ])
    func `a plus is a space, and everything else stands behind a percent sign`(text: String, value: String) throws {
        #expect(try read(text)["a"] == value)
    }

    @Test(arguments: ["a=%ff", "a=%C3", "%ff=a", "a=%", "a=%4", "a=%4g", "a=%zz", "a=%00", "a=%ED%A0%80"])
    func `what is not text is refused, never repaired`(text: String) {
        #expect(throws: FormUnreadable.notText) { try read(text) }
    }

    @Test func `bytes that are not text are refused outside an escape too`() {
        #expect(throws: FormUnreadable.notText) { try FormFields(encoded: [0x61, 0x3D, 0xFF]) }
    }

    @Test func `empty pairs say nothing`() throws {
        #expect(try read("").fields.isEmpty)
        #expect(try read("&&a=1&&").fields == [.init("a", "1")])
        #expect(try FormFields(query: nil).fields.isEmpty)
    }

    @Test func `too many fields, too long a value and too long a form are told apart`() throws {
        let limits = FormLimits(bytes: 20, fields: 2, valueBytes: 4)
        func read(_ text: String) throws -> FormFields { try FormFields(encoded: Array(text.utf8), limits: limits) }
        #expect(try read("a=1234&b=1").fields.count == 2)
        #expect(throws: FormUnreadable.tooManyFields) { try read("a=1&b=1&c=1") }
        #expect(throws: FormUnreadable.valueTooLong(field: "a")) { try read("a=12345") }
        #expect(throws: FormUnreadable.tooLong) { try read("a=1&b=1&&&&&&&&&&&&&&") }
    }

    @Test func `the length of a value is counted after decoding`() throws {
        let limits = FormLimits(bytes: 100, fields: 2, valueBytes: 2)
        #expect(try FormFields(encoded: Array("a=%C3%AB".utf8), limits: limits)["a"] == "ë")
        #expect(throws: FormUnreadable.valueTooLong(field: "a")) {
            try FormFields(encoded: Array("a=%C3%ABb".utf8), limits: limits)
        }
    }

    @Test func `fields written as a query are read back the same`() throws {
        let form = FormFields([.init("q", "Zoë & co + 1/2"), .init("tab", "now"), .init("q", "")])
        #expect(try FormFields(query: form.query) == form)
    }

    @Test func `an id in a path is read back the same`() {
        for id in ["census:123", "a/b", "Æ 1", "100%", "a.b~c", "?x=#y"] {
            #expect(PercentText.decode(segment: PercentText.encode(id)) == id)
            #expect(!PercentText.encode(id).contains("/"))
        }
        #expect(PercentText.encode("census:12") == "census:12")
        #expect(PercentText.decode(segment: "a+b") == "a+b")
    }
}
