import FileFormats
import Testing

@Suite struct ValueTextTests {
    @Test(arguments: ["Y", "y", "Yes", "YES", "1", "true", "True", "T", "t"])
    func `a yes in any of its spellings is yes`(text: String) { #expect(yesNo(text) == .yes) }

    @Test(arguments: ["N", "n", "No", "NO", "0", "false", "FALSE", "F", "f"])
    func `a no in any of its spellings is no`(text: String) { #expect(yesNo(text) == .no) }

    @Test(arguments: ["2", "-1", "Yess", "ye", "maybe", "U", "NULL", "é", "\u{19}es"])
    func `anything else is neither`(text: String) {
        #expect(yesNo(text) == .malformed)
        #expect(yesNo(text).value == nil)
    }

    @Test func `blank is told apart from malformed`() {
        #expect(yesNo("") == .blank)
        #expect(yesNo("").value == nil)
        #expect(yesNo("Y").value == true)
        #expect(yesNo("N").value == false)
    }

    @Test(arguments: [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999), ("2.0", 2), ("2.00", 2)])
    func `a whole number is read`(text: String, value: Int) { #expect(wholeNumber(text) == value) }

    @Test(arguments: ["", "-1", "+1", "1.5", "1.", ".0", "1,000", "one", "1234567890", "1 "])
    func `anything else is no whole number`(text: String) { #expect(wholeNumber(text) == nil) }

    private func yesNo(_ text: String) -> YesNoText { Array(text.utf8).withUnsafeBufferPointer { YesNoText($0) } }

    private func wholeNumber(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { WholeNumberText.value($0) }
    }
}
