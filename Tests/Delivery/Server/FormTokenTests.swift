import Testing

@testable import Server

@Suite struct FormTokenTests {
    @Test func `a token is shown differently every time, and known under every pad`() {
        let token = FormToken()
        let shown = (0..<50).map { _ in token.masked() }
        #expect(Set(shown).count == 50)
        #expect(shown.allSatisfy { token.isShown(in: $0) })
    }

    @Test func `no two pages share a letter that says what the token is`() {
        let token = FormToken()
        let plain = HexText.encode(token.bytes)
        #expect((0..<50).allSatisfy { _ in !token.masked().contains(plain.prefix(16)) })
    }

    @Test(arguments: ["", "zz", "00", String(repeating: "0", count: 128), String(repeating: "g", count: 128), "é"])
    func `anything else is not the token`(text: String) {
        #expect(!FormToken().isShown(in: text))
        #expect(!FormToken().isShown(in: nil))
    }

    @Test func `one wrong bit anywhere is enough to be wrong`() throws {
        let token = FormToken()
        let right = try #require(HexText.decode(token.masked()))
        for index in right.indices {
            var wrong = right
            wrong[index] ^= 1
            #expect(!token.isShown(in: HexText.encode(wrong)))
        }
        #expect(!token.isShown(in: HexText.encode(right.dropLast())))
    }

    @Test func `another session's token is wrong`() {
        #expect(!FormToken().isShown(in: FormToken().masked()))
    }

    @Test func `a visitor's token follows from their cookie alone`() {
        let visitor = SecretToken()
        #expect(FormToken(visitor: visitor).isShown(in: FormToken(visitor: visitor).masked()))
        #expect(!FormToken(visitor: visitor).isShown(in: FormToken(visitor: SecretToken()).masked()))
        #expect(FormToken(visitor: visitor).bytes != visitor.digest.bytes)
    }

    @Test func `a secret token is read back from its cookie, and what is kept does not tell it`() {
        let token = SecretToken()
        #expect(SecretToken(token.text) == token)
        #expect(token.text.count == 64)
        #expect(token.digest == SecretToken(token.text)?.digest)
        #expect(token.digest.bytes != token.bytes)
        #expect(SecretToken("") == nil)
        #expect(SecretToken(token.text + "00") == nil)
    }

    @Test func `hexadecimal text is read in pairs of digits only`() {
        #expect(HexText.decode("00ffA0") == [0, 255, 160])
        #expect(HexText.decode("0") == nil)
        #expect(HexText.decode("0g") == nil)
        #expect(HexText.encode([0, 255, 160]) == "00ffa0")
    }
}
