import ChildJourney
import Matching
import WorkingDays

extension ChildDescription {
    /// What is recorded of a child and may take part in a match. What is withheld takes no part: not in what is said, and
    /// not in the order either, or whoever types an address would learn from it who lives there.
    package init(_ journey: Journey, _ withholding: Withholding) {
        let person = journey.person?.body
        self.init(forename: person?.forename, surname: person?.surname, bornOn: person?.bornOn)
        knownAs = person?.knownAs
        formerNames = person?.formerNames ?? []
        pupilNumbers = [person?.uniquePupilNumber, person?.formerUniquePupilNumber].compactMap(\.self)
        nhsNumber = person?.nhsNumber
        places = journey.addresses(notWithheldBy: withholding).map { PlaceText(postcode: $0.postcode, text: $0.text) }
            .filter { !$0.isEmpty }
    }

    /// As the access log tells a search: what says where somebody lives is left out of it.
    var question: String {
        var words = [forename, surname].compactMap(\.self)
        if let bornOn { words.append("\(bornOn)") }
        words += pupilNumbers + [nhsNumber].compactMap(\.self)
        if !places.isEmpty { words.append("(an address)") }
        if !siblings.isEmpty { words.append("(brothers or sisters)") }
        return words.joined(separator: " ")
    }

    /// What the access log keeps of a search for whoever is like this.
    package var logged: String { "alike: \(question)" }
}
