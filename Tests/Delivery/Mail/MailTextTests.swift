import Foundation
import Mail
import RecordKeeping
import Testing
import WorkingDays

/// A message as it is sent. Python's own library reads whole ones in Tests/Program.
@Suite struct MailTextTests {
    private func message(subject: String = "Sightline", lines: [String]) throws -> String {
        let address = try #require(NoticeAddress("a@council.example"))
        let text = MailText(
            from: address, fromName: "Sightline", to: address, subject: subject, lines: lines,
            at: Moment(milliseconds: 1_795_240_000_000), id: "x")
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private func body(_ lines: [String]) throws -> String {
        let whole = try message(lines: lines)
        let start = try #require(whole.firstRange(of: "\r\n\r\n"))
        return String(whole[start.upperBound...])
    }

    @Test(arguments: [
        (".", "=2E"), ("..", "=2E."), ("From here", "=46rom here"), ("a = b", "a =3D b"),
        ("ends in space ", "ends in space=20"),
        ("Ynys Môn", "Ynys M=C3=B4n"), ("a\r\n.\r\nb", "a=0D=0A.=0D=0Ab"), ("", ""),
    ])
    func `no line can end the message or be changed on its way`(_ line: (String, String)) throws {
        #expect(try body([line.0]) == line.1 + "\r\n")
    }

    @Test(arguments: [75, 76, 77, 151, 400])
    func `a long line is broken, and none that is sent begins with a dot`(_ length: Int) throws {
        for sign in [".", "é", "x"] {
            let sent = try body([String(repeating: sign, count: length)])
            let lines = sent.split(separator: "\r\n").map(String.init)
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") })
            let joined = lines.map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 }.joined()
            #expect(joined.replacing("=2E", with: ".").replacing("=C3=A9", with: "é").count == length)
        }
    }

    @Test func `no sign in the subject begins another head line`() throws {
        let head = try message(subject: "a\r\nBcc: eve@a.example", lines: []).components(separatedBy: "\r\n")
        #expect(!head.contains { $0.hasPrefix("Bcc") })
        #expect(head.contains("Subject: =?utf-8?Q?a=0D=0ABcc=3A=20eve=40a=2Eexample?="))
    }
}

@Suite struct NoticeAddressTests {
    @Test(arguments: ["jo@council.example", "j.o+x@a-b.gov.uk", "1@a.b", "o'hara@council.example"])
    func `an address is one`(_ text: String) { #expect(NoticeAddress(text)?.text == text) }

    @Test(arguments: [
        "", "@", "jo", "jo@", "@a.b", "jo@a", "jo@a.", "jo@.a", "jo@-a.b", "jo@a-.b", "jo@a..b", ".jo@a.b", "jo.@a.b",
        "j..o@a.b", "j o@a.b", "jo@a.b\n", "jo@a.b\r\nBcc: x@y.z", "jo@a.b,x@y.z", "<jo@a.b>", "\"jo\"@a.b", "jö@a.b",
        "jo@ä.b", "jo@a@b.c", "jo@a.b;x", "jo@[127.0.0.1]", String(repeating: "a", count: 65) + "@a.b",
        "a@" + String(repeating: "a", count: 64) + ".b", "a@" + String(repeating: "a.", count: 127) + "b",
    ])
    func `what could be taken for anything else is none`(_ text: String) { #expect(NoticeAddress(text) == nil) }
}
