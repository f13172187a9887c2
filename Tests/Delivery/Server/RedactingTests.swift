import Testing

@testable import Server

struct RedactingTests {
    @Test(arguments: [
        ("Ann called. Anna came. ANN", "Ann", "[left out] called. Anna came. [left out]"),
        ("Joan and Ann", "Ann", "Joan and [left out]"),
        ("It was Zoë’s aunt", "Zoë", "It was [left out]’s aunt"),
        ("Nothing here", "Ann", "Nothing here"),
        ("Ann", "Ann Smith", "Ann"),
    ])
    func `words are taken out wherever they stand, and not out of longer words`(
        text: String, words: String, left: String
    ) {
        #expect(Redacting.text(text, without: Redacting.ranges(of: words, in: text)) == left)
    }

    @Test func `passages that overlap go as one, and nothing of either stays`() {
        #expect(Redacting.text("0123456789", without: [2..<6, 4..<8]) == "01[left out]89")
        #expect(Redacting.text("0123456789", without: [4..<6, 2..<8]) == "01[left out]89")
        #expect(Redacting.text("0123456789", without: [0..<10]) == "[left out]")
        #expect(Redacting.text("0123456789", without: [8..<99]) == "01234567[left out]")
        #expect(Redacting.text("0123456789", without: []) == "0123456789")
    }

    @Test func `sentences and lines can be ticked one by one, and together they are the text`() {
        let text = "One. Two! Three\nFour, 5.5 km.\n\n "
        let characters = Array(text)
        #expect(
            Redacting.passages(of: text).map { String(characters[$0]) } == ["One.", "Two!", "Three", "Four, 5.5 km."])
    }
}
