import ChildJourney
import Testing
import WorkingDays

/// What is withheld is found however it is written, and what is not is left alone.
@Suite struct WithholdingTests {
    private func entry(
        _ body: any EntryBody, _ id: RecordID, _ sequence: Int64, withdrawn: Bool = false
    ) -> JourneyEntry {
        JourneyEntry(
            sequence: sequence, id: id, body: body, recordedAt: Moment(milliseconds: sequence), withdrawn: withdrawn)
    }

    private func held(
        _ facts: [PrivateFact] = PrivateFact.allCases, ended: Day? = nil
    ) -> WithheldFact {
        var held = WithheldFact(
            facts: facts, from: ["John"], why: "He hit her", since: "2026-03-02", on: "2026-03-02", by: "ana")
        held.endedOn = ended
        return held
    }

    private func history(
        _ facts: [PrivateFact] = [.address, .school, .telephone], moved: Day? = nil, ended: Day? = nil
    ) -> History {
        History(entries: [
            entry(
                Address(postcode: "ZZ98 7QX", text: "Flat 2, 9 Secret Lane, Invented Town", until: moved), "A1", 1),
            entry(Address(postcode: "ZZ91 1AA", text: "1 Old Road", until: "2026-01-31"), "A0", 2),
            entry(ContactDetail(fact: .school, words: "St Invented's Primary, Year 3"), "D1", 3),
            entry(ContactDetail(fact: .telephone, words: "07700 900123"), "D2", 4),
            entry(held(facts, ended: ended), "W1", 5),
        ])
    }

    private func withholding(
        _ facts: [PrivateFact] = [.address, .school, .telephone], moved: Day? = nil, ended: Day? = nil
    ) -> Withholding { history(facts, moved: moved, ended: ended).withholding }

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
        #expect(withholding([.placement]).hides(.placement, saying: ""), "before any placement is recorded")
    }

    @Test func `what is withheld for a brother is withheld here too, and nothing else of his`() {
        var here = Withholding()
        here.alsoHide(withholding(), kinds: false)
        #expect(here.masked("ZZ98 7QX") == "[address withheld]")
        #expect(here.hides(.address, saying: "9 Secret Lane"))
        #expect(here.hides(.address, saying: "Flat 2, 9 Secret Lane, Invented Town"))
        #expect(!here.hides(.address, saying: "4 Other Road"))
        #expect(here.people == ["John"])
    }

    // MARK: Ways of writing

    private func masked(_ fact: PrivateFact, _ recorded: String, _ text: String) -> String {
        var found = Withholding()
        found.look(for: fact, saying: recorded)
        return found.masked(text)
    }

    @Test(
        arguments: [
            (.address, "9 Secret Lane, Invented Town", "\u{201C}9, Secret Lane Invented Town\u{201D}"),
            (
                .address, "9, Secret Lane\nInvented Town ZZ98 7QX",
                "\u{201C}9, Secret Lane Invented Town ZZ98 7QX\u{201D}"
            ),
            (.address, "9, Secret Lane\nInvented Town ZZ98 7QX", "now at 9 Secret Lane"),
            (.address, "9, Secret Lane\nInvented Town ZZ98 7QX", "ZZ98 7QX"),
            (.address, "9, Secret Lane\nInvented Town ZZ98 7QX", "\u{2018}zz98\u{2011}7qx\u{2019}"),
            (.address, "9, Secret Lane\nInvented Town ZZ98 7QX", "they are in Secret Lane now"),
            (.address, "9 Secret Lane Invented Town ZZ98 7QX", "9\u{A0}Secret\u{A0}Lane"),
            (.address, "9 Secret Ln., Invented Town", "secret lane"),
            (.address, "9 Secret Lane", "9 Secret Ln."),
            (.address, "9 Secret Lane", "said\u{2026}9 Secret Lane\u{2026}"),
            (.address, "9 Secret Lane", "the Secret Lane\u{2019}s neighbours"),
            (.address, "9 Secret Lane", "moved\u{2013}9 Secret Lane\u{2013}last week"),
            (.address, "9 Sécrèt Lane", "9 secret lane"),
            (.address, "9 Secret Lane", "9 SE\u{301}CRET LANE"),
            (.address, "9 Łódź Straße Road", "9 lodz strasse rd"),
            (.address, "9 Secret Lane", "\u{FF19} \u{FF33}ecret Lane"),
            (.address, "9 St Mary's Close", "9 Saint Mary\u{2019}s Close"),
            (.address, "9 Broadway, Invented Town", "seen at 9, Broadway"),
            (.address, "Hillcrest, Secret Lane, Invented Town", "she is at Hillcrest"),
            (.address, "Flat 4 Rose House, 12-14 North Hidden Road", "Rose House"),
            (.address, "Flat 4 Rose House, 12-14 North Hidden Road", "14 N Hidden Rd"),
            (.telephone, "07700 900123 (mum)", "ring 07700 900123"),
            (.telephone, "07700 900123 (mum)", "ring +44 7700 900123"),
            (.telephone, "07700 900123 (mum)", "ring 0044 7700-900-123"),
            (.telephone, "07700 900123 (mum)", "tel07700900123"),
            (.telephone, "+44 (0)7700 900123", "07700\u{A0}900123"),
            (.telephone, "07700 900456 / 07700 900123", "07700900123"),
            (.telephone, "07700 900456 07700 900123", "07700900123"),
            (.telephone, "01632 960123", "960123"),
            (.school, "St Mary's Primary School", "St Mary\u{2019}s Primary School"),
            (.school, "St Mary's", "at St Mary\u{2019}s Primary School"),
            (.school, "St Mary's Primary School", "Saint Mary's Primary School"),
            (.school, "St Mary's Primary School", "St Mary's Primary"),
            (.school, "St Mary's Primary School", "St. Marys School"),
            (.school, "St Mary's Primary School (Year 3)", "at St Mary's"),
            (.school, "Greenfields Primary School", "Greenfields school"),
            (.school, "Hill & Dale Nursery, 4 Mill Lane", "Hill and Dale Nursery"),
            (.school, "Hill and Dale Nursery, 4 Mill Lane", "Hill & Dale Nursery"),
            (.school, "Hill and Dale Nursery, 4 Mill Lane, ZZ98 7QX", "by zz98 7qx"),
            (.generalPractitioner, "Hollow Road Surgery", "Hollow Rd Surgery"),
            (.generalPractitioner, "Hollow Road Surgery", "Hollow\u{A0}Road\u{A0}Surgery"),
            (.generalPractitioner, "Hollow Road Surgery", "GP\u{2013}Hollow Road Surgery\u{2013}registered"),
            (.generalPractitioner, "Hollow Road Surgery", "Hollow Road Surgery\u{2019}s nurse"),
            (.generalPractitioner, "Hollow Road Surgery", "Hollow Road practice"),
            (.generalPractitioner, "Dr Jones, Hollow Road Surgery", "Doctor Jones at the Hollow Rd. Surgery"),
            (.placement, "Mr and Mrs Invented, 9 Secret Lane", "Mr & Mrs Invented"),
            (.placement, "Mr and Mrs Invented, 9 Secret Lane, 07700 900123", "in Secret Lane"),
        ] as [(PrivateFact, String, String)])
    func `it is found in every usual way of writing`(fact: PrivateFact, recorded: String, text: String) {
        let masked = masked(fact, recorded, text)
        #expect(masked.contains("withheld]"))
        for word in ["secret", "hidden", "98", "900", "hollow", "st mary", "greenfields", "invented town"] {
            #expect(!masked.lowercased().contains(word), "\(masked)")
        }
    }

    @Test(
        arguments: [
            (.address, "9 Secret Lane, Invented Town", "She lives in Invented Town; that is no secret"),
            (.address, "9 Church Road, Invented Town", "They go to church by road every week"),
            (.address, "9 The Close, Invented Town", "They are close; the close friend drove 9 miles"),
            (.address, "9 Secret Lane, Bethnal Green, London", "in Bethnal Green, London"),
            (.address, "Inventedford", "All of Inventedford knows"),
            (.address, "Inventedford, Inventedshire", "All of Inventedford knows"),
            (.address, "Family home", "They are safe in the family home"),
            (.telephone, "her mother's", "Her mother's sister came"),
            (.telephone, "07700 900123", "on 7 March 900 pounds, or 123"),
            (.school, "Park Primary School", "They went to the park; she is at primary school"),
            (.school, "Inventedford Academy, Year 3", "All of Inventedford is in Year 3"),
            (.school, "Milton Keynes School", "They moved to Milton Keynes"),
            (.generalPractitioner, "The Health Centre", "seen at the health centre"),
            (.placement, "with grandmother", "She is with Grandmother today"),
            (.placement, "Foster carers", "The foster carers rang"),
        ] as [(PrivateFact, String, String)])
    func `an everyday word stays, and so does a town by itself`(fact: PrivateFact, recorded: String, text: String) {
        #expect(masked(fact, recorded, text) == text)
    }

    @Test func `of two that overlap no end is left over`() {
        var found = Withholding()
        found.look(for: .school, saying: "Hidden Hill Nursery")
        found.look(for: .address, saying: "Nursery Secret Cottages")
        #expect(found.masked("at Hidden Hill Nursery Secret Cottages now") == "at [school or nursery withheld] now")
    }

    @Test func `what stands around it is left as it was written`() {
        #expect(
            masked(.address, "9 Secret Lane", "Zoë \u{2013} \u{201C}9 Secret Lane\u{201D} 👧🏽 e\u{301}")
                == "Zoë \u{2013} \u{201C}[address withheld]\u{201D} 👧🏽 e\u{301}")
    }

    // MARK: What nobody lifts alone

    @Test func `what was put right after it was withheld stays hidden, and so does what was sealed`() {
        var history = history()
        history.entries.append(
            entry(Address(postcode: "ZZ97 1AB", text: "Somewhere else", until: "2026-02-01"), "A1", 6))
        #expect(history.withholding.masked("9 Secret Lane") == "[address withheld]", "put right")
        var sealed = self.history()
        sealed.sealed = sealed.entries.filter { $0.id == "A1" }
        sealed.entries.removeAll { $0.id == "A1" }
        #expect(sealed.withholding.masked("9 Secret Lane") == "[address withheld]", "sealed")
        sealed.entries.append(entry(held([.address], ended: "2026-04-01"), "W1", 7))
        #expect(sealed.withholding.masked("9 Secret Lane") == "9 Secret Lane", "ended")
    }

    @Test func `an address that had ended when it was withheld is known, however often it was put right before`() {
        var history = history()
        history.entries.insert(entry(Address(text: "1 Old Road"), "A0", 0), at: 0)
        #expect(history.withholding.masked("1 Old Road") == "1 Old Road")
    }

    @Test func `a sister's places are looked for, but for those the whole family left before`() {
        var here = withholding()
        let hers = History(entries: [
            entry(Address(postcode: "ZZ91 1AA", text: "1 Old Road"), "B0", 11),
            entry(Address(text: "40 Newer Street"), "B1", 12),
            entry(ContactDetail(fact: .school, words: "Distant Hill School"), "B2", 13),
        ])
        here.look(through: hers)
        #expect(here.masked("40 Newer St") == "[address withheld]")
        #expect(here.masked("Distant Hill School") == "[school or nursery withheld]")
        #expect(here.masked("1 Old Road, ZZ91 1AA") == "1 Old Road, ZZ91 1AA", "where John lives still")
    }

    @Test func `for whoever is behind the same door a kind is hidden before it has words`() {
        var here = Withholding()
        here.alsoHide(withholding([.placement]), kinds: true)
        #expect(here.hides(.placement, saying: "anything") && !here.isEmpty)
        #expect(!here.hides(.placement, saying: "before", until: "2026-03-01"))
    }

    @Test func `who lives at a place is hidden with it, and a common word for it is not`() {
        for (kind, text, isHidden) in [
            ("Grandmother Joan Invented's", "at her Grandmother Joan Invented's", true), ("Refuge", "a refuge", false),
            ("Temporary accommodation", "in temporary accommodation", false),
        ] {
            let history = History(entries: [
                entry(Address(kind: kind, text: "9 Secret Lane"), "A1", 1), entry(held([.address]), "W1", 2),
            ])
            #expect(history.withholding.mentions(in: text).isEmpty != isHidden, "\(kind)")
        }
    }
}
