import ChildJourney
import Testing

/// Names of children in words that are to name nobody.
@Suite struct NamesInTextTests {
    private var names: NamesInText {
        var tamar = Person(forename: "Tamár", surname: "Okoro-Hill", formerNames: ["Nwosu"])
        tamar.knownAs = "Tam"
        return NamesInText([tamar, Person(forename: "May", surname: "O'Brien"), Person(forename: "Jo", surname: "Li")])
    }

    @Test(arguments: [
        "Tamar waited for weeks", "The file of tamar okoro hill", "THE OKORO FAMILY", "Nobody asked Tam's school",
        "Once known as Nwosu", "may o'brien was not seen", "The O’Brien children", "jo li",
    ])
    func `a name is found as it is written, whole in any way and by itself with a capital`(words: String) {
        #expect(names.isNamed(in: words))
    }

    @Test(arguments: [
        "", "Visits are late", "Inspected in May 2026", "a tam is a hat", "on the hill", "Lithium and Joy", "Tamarind",
    ])
    func `what is no name is left alone`(words: String) {
        #expect(!names.isNamed(in: words))
    }

    @Test func `who has no name is found nowhere`() {
        #expect(!NamesInText([Person(), Person(forename: "", surname: "")]).isNamed(in: "Anybody at all"))
    }
}
