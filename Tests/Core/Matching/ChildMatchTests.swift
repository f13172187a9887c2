import Matching
import Testing
import WorkingDays

/// Tamar Okoro, born 11 February 2019, of 9 Old Lane, with a brother Kacper. Somebody describes a child.
@Suite struct ChildMatchTests {
    private var tamar: ChildDescription {
        var tamar = ChildDescription(forename: "Tamar", surname: "Okoro", bornOn: "2019-02-11")
        tamar.knownAs = "Tammy"
        tamar.formerNames = ["Tamar Pryce"]
        tamar.places = [PlaceText(postcode: "ZZ99 1AA", text: "9 Old Lane")]
        tamar.siblings = ["Kacper"]
        tamar.pupilNumbers = ["A820123456789"]
        tamar.nhsNumber = "9434765919"
        return tamar
    }

    private func asked(
        _ forename: String?, _ surname: String?, _ born: Day? = nil, postcode: String? = nil, address: String? = nil,
        siblings: [String] = [], pupil: [String] = [], nhs: String? = nil
    ) -> ChildDescription {
        var asked = ChildDescription(forename: forename, surname: surname, bornOn: born)
        asked.places = [PlaceText(postcode: postcode, text: address)].filter { !$0.isEmpty }
        asked.siblings = siblings
        asked.pupilNumbers = pupil
        asked.nhsNumber = nhs
        return asked
    }

    private func expect(
        _ asked: ChildDescription, _ band: ChildMatch.Band?, _ words: String? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) {
        let match = ChildMatch(asked, tamar)
        #expect(match?.band == band, "\(match?.words ?? "none")", sourceLocation: place)
        if let words { #expect(match?.words == words, sourceLocation: place) }
    }

    @Test func `every way in which a child is found is explained in words`() {
        expect(asked("Tamar", "Okoro", "2019-02-11"), .veryLikely, "Same name; same date of birth")
        expect(
            asked("Tamar", "Okorro", "2019-11-02", address: "9 Old Ln"), .veryLikely,
            "Same first name; surname with a letter different; day and month of birth swapped; same address")
        expect(
            asked("Okoro", "Tamar", "2019-02-11"), .veryLikely,
            "First and last name swapped; same date of birth")
        expect(
            asked("Tamar", "Pryce", "2019-02-11"), .veryLikely,
            "Same first name; a former surname is the same; same date of birth")
        expect(
            asked("Tammy", "Okoro", "2019-02-12"), .veryLikely,
            "Known as that name; same surname; one digit of the date of birth is different")
        expect(
            asked("Tamar", "Okoro", siblings: ["Kasper"]), .likely, "Same name; a brother or sister of that name")
        expect(
            asked("Tamara", "Ocoro", "2019-02-11"), .likely,
            "First name with a letter different; surname with a letter different; same date of birth")
        expect(asked("Tamar", "Bell", nhs: "943 476 5919"), .veryLikely)
        expect(asked("Nobody", "Else", nhs: "943 476 5919"), .possible)
        expect(asked("Tamar", "Okoro", pupil: ["a820123456789"]), .veryLikely)
    }

    @Test
    func `a name alone makes nobody likely, and a name with another date of birth is shown as no more than possible`() {
        expect(asked("Tamar", "Okoro"), .possible)
        expect(asked("Tamar", "Okoro", "2012-08-30"), .possible, "Same name; but another date of birth")
        expect(asked("Tamar", "Okoro", pupil: ["B1"]), .possible)
    }

    @Test func `whoever is like her in too little is not shown`() {
        expect(asked("Kacper", "Nowak", "2012-08-30"), nil)
        expect(asked(nil, "Okoro", "2012-08-30"), nil)
        expect(asked("Tamar", "Nowak"), nil)
        // A brother: the same surname and the same door.
        expect(asked("Kacper", "Okoro", "2017-06-30", postcode: "ZZ99 1AA", address: "9 Old Lane"), nil)
    }

    @Test func `a twin is possible and no more, whatever else agrees`() {
        expect(
            asked("Miriam", "Okoro", "2019-02-11", postcode: "ZZ99 1AA", address: "9 Old Lane", siblings: ["Kacper"]),
            .possible,
            "Same surname; same date of birth; same address; a brother or sister of that name; but another first name; it may be a twin"
        )
        // One letter makes another name: nothing but the name itself, or a number, makes it very likely.
        var jayden = tamar
        (jayden.forename, jayden.knownAs) = ("Jayden", nil)
        let kayden = asked("Kayden", "Okoro", "2019-02-11", address: "9 Old Lane", siblings: ["Kacper"])
        #expect(ChildMatch(kayden, jayden)?.band == .likely)
    }

    @Test func `nothing that agrees makes a match less sure, and nothing that does not makes it surer`() {
        let fewer = asked("Tamar", "Okoro", "2019-02-11")
        var more = fewer
        more.places = tamar.places
        var other = fewer
        other.pupilNumbers = ["B1"]
        func points(_ asked: ChildDescription) -> Int { ChildMatch(asked, tamar)?.points ?? 0 }
        #expect(points(more) > points(fewer) && points(other) < points(fewer))
        #expect(points(more.withoutPlaces) == points(fewer))
    }
}
