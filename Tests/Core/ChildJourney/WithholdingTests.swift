import ChildJourney
import Testing
import WorkingDays

/// What is withheld is found however it is written, and what is not is left alone.
@Suite struct WithholdingTests {
    private func withholding(
        _ facts: [PrivateFact] = [.address, .school, .telephone], moved: Day? = nil, ended: Day? = nil
    ) -> Withholding {
        var journey = Journey()
        journey.add(
            Address(postcode: "ZZ98 7QX", text: "Flat 2, 9 Secret Lane, Invented Town", until: moved), id: "A1")
        journey.add(Address(postcode: "ZZ91 1AA", text: "1 Old Road", until: "2026-01-31"), id: "A0")
        journey.add(ContactDetail(fact: .school, words: "St Invented's Primary, Year 3"), id: "D1")
        journey.add(ContactDetail(fact: .telephone, words: "07700 900123"), id: "D2")
        var held = WithheldFact(
            facts: facts, from: ["John"], why: "He hit her", since: "2026-03-02", on: "2026-03-02", by: "ana")
        held.endedOn = ended
        journey.add(held, id: "W1")
        return journey.withholding
    }

    @Test(
        arguments: [
            ("Mother rang from Flat 2, 9 Secret Lane, Invented Town.", "Mother rang from [address withheld]."),
            ("at ZZ98 7QX today", "at [address withheld] today"), ("at zz987qx.", "at [address withheld]."),
            ("ZZ98-7QX", "[address withheld]"), ("(ZZ98 7QX)", "([address withheld])"),
            ("Seen at St Invented's Primary", "Seen at [school or nursery withheld]"),
            ("Seen at St. Inventeds primary.", "Seen at [school or nursery withheld]."),
            ("on 07700-900-123", "on [telephone withheld]"), ("on 07700900123", "on [telephone withheld]"),
            ("ZZ98 7QX and ZZ98 7QX", "[address withheld] and [address withheld]"),
            ("“At ZZ98 7QX” she said", "“At [address withheld]” she said"), ("«ZZ98 7QX»", "«[address withheld]»"),
            ("Home—ZZ98 7QX—now", "Home—[address withheld]—now"),
            ("Seen at St Invented’s Primary", "Seen at [school or nursery withheld]"),
            ("Café ZZ98 7QX – née", "Café [address withheld] – née"),
        ])
    func `it is taken out of a text however it is written`(text: String, masked: String) {
        #expect(withholding().masked(text) == masked)
        #expect(!withholding().mentions(in: text).isEmpty)
    }

    @Test(
        arguments: [
            "", "She lives in Invented Town now.", "AZZ98 7QX", "ZZ98 7QXY", "1 Old Road, ZZ91 1AA", "07700 900124",
            "Flat 2 has no number nine", "a lane that is secret",
        ])
    func `what is something else stays`(text: String) {
        #expect(withholding().masked(text) == text)
    }

    @Test func `a street is found by its short form and its long`() {
        var found = Withholding()
        found.look(for: .address, saying: "9 Secret Lane, Invented Town")
        #expect(found.masked("at 9 Secret Ln") == "at [address withheld]")
        var short = Withholding()
        short.look(for: .address, saying: "12 Hidden St")
        #expect(short.masked("at 12 Hidden Street") == "at [address withheld]")
    }

    @Test(arguments: [("2026-03-01", false), ("2026-03-02", true), (nil, true)] as [(Day?, Bool)])
    func `an address that ended before the day is known to them already`(moved: Day?, isHidden: Bool) {
        #expect(withholding(moved: moved).mentions(in: "ZZ98 7QX").isEmpty != isHidden)
    }

    @Test func `it stands until somebody ends it, and hides no other kind of fact`() {
        #expect(withholding(ended: "2026-04-01").isEmpty)
        #expect(withholding([.school]).masked("ZZ98 7QX") == "ZZ98 7QX")
        #expect(withholding([.placement]).hides(.placement), "before any placement is recorded")
    }

    @Test func `what is withheld for a brother is withheld here too, and nothing else of his`() {
        var here = Withholding()
        here.alsoHide(withholding())
        #expect(here.masked("ZZ98 7QX") == "[address withheld]")
        #expect(here.hides(.address, saying: "9 Secret Lane"))
        #expect(here.hides(.address, saying: "Flat 2, 9 Secret Lane, Invented Town"))
        #expect(!here.hides(.address, saying: "4 Other Road"))
        #expect(here.people == ["John"])
    }
}
