import FileFormats
import Testing

@Suite struct XMLEventReaderTests {
    let names = ["Message", "Children", "Child", "LAchildID", "PersonBirthDate", "UPNunknown", "Name"]

    @Test func `every element is told with its code, its value and the place of its value`() throws {
        let log = EventLog(names)
        try XMLEventReader(vocabulary: log.vocabulary, consumer: log).read(path: FormatFixture.path("valid-census.xml"))
        #expect(
            log.lines == [
                "<Message 2:10", "<Children 3:13", "<Child 4:12",
                "<LAchildID 5:18", ">LAchildID 5:18 [CH1]",
                "<PersonBirthDate 6:24", ">PersonBirthDate 6:24 [2015-02-30]",
                ">Child 4:12 []", ">Children 3:13 []", ">Message 2:10 []",
            ])
    }

    @Test func `an element outside the vocabulary has code 0 and is still told`() throws {
        #expect(
            try events("<A><Name>x</Name></A>", names: names).lines == [
                "<? 1:4", "<Name 1:10", ">Name 1:10 [x]", ">? 1:4 []",
            ])
    }

    @Test func `text directly inside a group belongs to no child and is told as stray`() throws {
        let text =
            "<Child>\n<UPNunknown>UN3</UPNunknown>PersonBirthDate\n<PersonBirthDate></PersonBirthDate>tail</Child>"
        #expect(
            try events(text, names: names).lines == [
                "<Child 1:8", "<UPNunknown 2:13", ">UPNunknown 2:13 [UN3]", "stray 2:29",
                "<PersonBirthDate 3:18", ">PersonBirthDate 3:18 []", "stray 3:36", ">Child 1:8 []",
            ])
    }

    @Test(arguments: [
        ("<Name>  Zo&#235; &amp;\n Sons\t</Name>", "Zoë &\n Sons"),
        ("<Name>&#x41;&lt;&gt;&quot;&apos;</Name>", "A<>\"'"),
        ("<Name><![CDATA[<b> & ]]>c</Name>", "<b> & c"),
        ("<Name>a<!-- not this -->b<?nor this?>c</Name>", "abc"),
        ("<m:Name xmlns:m=\"urn:x\">a</m:Name>", "a"),
        ("<Name xmlns=\"urn:x\">a</Name>", "a"),
        ("<m:Name>a prefix nobody declared</m:Name>", "a prefix nobody declared"),
    ])
    func `a value is trimmed and its references resolved, in any namespace`(xml: String, value: String) throws {
        let log = try events(xml, names: names)
        #expect(log.values == [value])
        #expect(log.lines.first?.hasPrefix("<Name") == true)
    }

    @Test func `an attribute does not disturb the value`() throws {
        #expect(try events("<Name kind=\"a\" >b</Name>", names: names).lines == ["<Name 1:17", ">Name 1:17 [b]"])
    }

    @Test func `a line beyond 65535 is still the right line`() throws {
        let text = "<Message>" + String(repeating: "\n", count: 70_000) + "<Name>x</Name></Message>"
        #expect(try events(text, names: names).lines.contains(">Name 70001:7 [x]"))
    }

    @Test(arguments: [1, 2, 3, 7, 64, 65_536])
    func `pieces of any size give the same events`(size: Int) throws {
        let text = "<?xml version=\"1.0\"?>\n<Child><Name>Zoë &amp; <![CDATA[x]]></Name>\n <UPNunknown/></Child>"
        let log = EventLog(names)
        let reader = XMLEventReader(vocabulary: log.vocabulary, consumer: log)
        try reader.read(MemoryBytes(Array(text.utf8), most: size))
        #expect(log.values == ["Zoë & x"])
        #expect(reader.byteCount == text.utf8.count)
        #expect(reader.elementCount == 3)
    }

    @Test(
        arguments: [
            "valid-with-bom.xml", "valid-utf8-name.xml", "valid-utf16-little.xml", "valid-utf16-big.xml",
            "valid-latin1.xml", "valid-windows-1252.xml",
        ], [1, 5, 65_536])
    func `a file in any encoding it declares is read`(file: String, chunkSize: Int) throws {
        let log = EventLog(names)
        let reader = XMLEventReader(vocabulary: log.vocabulary, consumer: log)
        try reader.read(FileBytes(path: FormatFixture.path(file)), chunkSize: chunkSize)
        #expect(log.values == (file == "valid-with-bom.xml" ? ["CH1", "2015-02-30"] : ["Zoë"]))
    }

    @Test func `a large file in UTF-16 is read whole`() throws {
        let rows = String(repeating: "<Name>Zoë</Name>\n", count: 20_000)
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "<Message>\(rows)</Message>".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let log = EventLog(names)
        try XMLEventReader(vocabulary: log.vocabulary, consumer: log).parse(bytes: bytes)
        #expect(log.values.count == 20_000)
        #expect(Set(log.values) == ["Zoë"])
    }

    @Test func `a stopped reader tells of nothing more and is content`() throws {
        let log = EventLog(names)
        let reader = XMLEventReader(vocabulary: log.vocabulary, consumer: log)
        log.onEnd = { [unowned reader] _ in reader.stop() }
        try reader.parse(bytes: Array("<Child><Name>a</Name><Name>b</Name> & broken".utf8))
        #expect(log.lines == ["<Child 1:8", "<Name 1:14", ">Name 1:14 [a]"])
        #expect(reader.isStopped)
    }

    @Test func `progress is told in bytes`() throws {
        var progress: [Int] = []
        let log = EventLog(names)
        let reader = XMLEventReader(vocabulary: log.vocabulary, consumer: log)
        try reader.read(MemoryBytes("<Child><Name>a</Name></Child>"), chunkSize: 20) { progress.append($0) }
        #expect(progress == [20, 29])
    }

    @Test func `the bare parse counts what the reader counts`() throws {
        let path = FormatFixture.path("valid-census.xml")
        let bare = try BareXMLParse.run(path: path, counting: true)
        #expect(bare.bytes == 197)
        #expect(bare.elements == 5)
        #expect(try BareXMLParse.run(path: path).elements == 0)
    }
}
