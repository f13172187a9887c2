import Casework
import ChildJourney
import Matching
import Pages
import WorkingDays

/// Who a child nobody knows is said to be: enough to look for them first, and nothing of it asked for but a surname.
enum NewChildAsked {
    static func person(_ form: inout FormReader, _ today: Day) -> Person? {
        let forename = form.text("forename", called: "the forename", required: false)
        let surname = form.text("surname", called: "the surname")
        let born = form.day("born", called: "the date of birth", around: today, required: false)
        if let born, born < today.adding(months: -26 * 12) { form.note("born", "That is somebody grown up") }
        // A birth is expected within the months of a pregnancy; a later day is a slip.
        if let born, born > today + 300 { form.note("born", "That is too far ahead to be a birth that is expected") }
        let pupil = form.text("pupil", called: "the unique pupil number", atMost: 20, required: false)
        let nhs = nhsNumber(&form)
        guard let surname else { return nil }
        let isBorn = born.map { $0 <= today } ?? true
        var person = Person(
            forename: forename, surname: surname, bornOn: isBorn ? born : nil, expectedOn: isBorn ? nil : born,
            uniquePupilNumber: pupil)
        person.nhsNumber = nhs
        return person
    }

    static func told(_ form: inout FormReader) -> ToldWithFirst {
        ToldWithFirst(
            address: form.text("address", called: "the address", atMost: 500, required: false),
            postcode: form.text("postcode", called: "the postcode", atMost: 20, required: false),
            siblings: form.text("siblings", called: "the brothers and sisters", required: false))
    }

    static func description(of person: Person, _ told: ToldWithFirst) -> ChildDescription {
        var description = ChildDescription(
            forename: person.forename, surname: person.surname, bornOn: person.bornOn ?? person.expectedOn)
        description.pupilNumbers = [person.uniquePupilNumber].compactMap(\.self)
        description.nhsNumber = person.nhsNumber
        description.places = [PlaceText(postcode: told.postcode, text: told.address)].filter { !$0.isEmpty }
        let names = (told.siblings ?? "").replacing(" and ", with: ",").split { ",;\n".contains($0) }
        description.siblings = names.map { String($0) }.filter { $0.contains(where: \.isLetter) }
        return description
    }

    static func more(_ typed: [String: String]) -> ReferralPage.More {
        ReferralPage.More(
            address: typed["address"] ?? "", postcode: typed["postcode"] ?? "", siblings: typed["siblings"] ?? "",
            pupilNumber: typed["pupil"] ?? "", nhsNumber: typed["nhs"] ?? "")
    }

    /// Ten digits, of which the last checks the others; nil where there is none, or where it is noted that it is none.
    private static func nhsNumber(_ form: inout FormReader) -> String? {
        guard let text = form.given("nhs") else { return nil }
        let digits = text.filter { !$0.isWhitespace && $0 != "-" }.compactMap(\.wholeNumberValue)
        let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        guard digits.count == 10, check == digits[9] else {
            form.note("nhs", "That is no NHS number: check its ten digits, or leave it empty")
            return nil
        }
        return digits.map(String.init).joined()
    }
}
