import Matching
import Testing

/// Names of thousands of children, looked for in words that are to name nobody.
@Suite struct NeighbouringNamesTests {
    private let tamar = ["hill", "okoro", "tamar"]

    @Test(arguments: [
        "Tamar Okoro waited", "OKORO, Tamar", "the file of Tamár Okoro’s brother", "tamar-okoro.pdf", "Okoro-Hill",
        "Nobody asked.\nTamar\nOkoro",
    ])
    func `two parts of one name beside each other name somebody, whichever comes first`(words: String) {
        #expect(NeighbouringNames([words]).holding(tamar) == [0])
    }

    @Test(arguments: ["", "Tamar waited", "Tamar and Okoro", "The Okoros of High Street", "Tamar Tamar", "Tamarokoro"])
    func `one part alone, or two apart, are left`(words: String) {
        #expect(NeighbouringNames([words]).holding(tamar).isEmpty)
    }

    @Test func `it says which of many texts name somebody`() {
        let texts = NeighbouringNames(["Late", "Kacper Nowak", "by Nowak", "Nowak Kacper"])
        #expect(texts.holding(["kacper", "nowak"]) == [1, 3])
        #expect(texts.holding(["kacper", "novak"]).isEmpty)
    }
}
