import AccessRules
import ChildJourney
import Matching
import WorkingDays

/// What a child can be found by.
package struct SearchKeys: Hashable, Sendable {
    /// Parts of names, former ones included, as `NameText` writes them.
    package var names: [String]
    /// Birth dates, ids and postcodes, each with what it is before it: `born 2015-03-04`, `id 123`, `pupil A123`. What is
    /// withheld is not among them.
    package var others: [String]

    package init(names: [String] = [], others: [String] = []) {
        self.names = names
        self.others = others
    }

    /// - Parameter withholding: all that is withheld for the child, on whosever record it stands.
    package init(_ child: SubjectID, _ journey: Journey, _ withholding: Withholding) {
        let person = journey.person
        var texts = [person?.forename, person?.surname, person?.knownAs].compactMap { $0 }
        texts += person?.formerNames ?? []
        if person?.bornOn == nil, person?.expectedOn != nil, let mother = journey.mother?.journey.person {
            // An unborn child is asked for by the mother's name.
            texts += [mother.forename, mother.surname].compactMap { $0 }
        }
        names = Set(texts.flatMap(NameText.parts)).sorted()
        var others = [SearchKeys.id(child.local)]
        for day in [person?.bornOn, person?.expectedOn].compactMap({ $0 }) { others.append(SearchKeys.born(day)) }
        for number in [person?.uniquePupilNumber, person?.formerUniquePupilNumber].compactMap({ $0 }) {
            others.append(SearchKeys.pupil(number))
        }
        if let number = person?.nhsNumber { others.append(SearchKeys.nhs(number)) }
        // Only a record kept here asks by address before somebody new is made.
        if child.source == SourceName.record.text {
            for address in journey.addresses(notWithheldBy: withholding) {
                let place = PlaceText(postcode: address.postcode, text: nil)
                if let code = place.postcode { others.append(SearchKeys.postcode(code)) }
            }
        }
        self.others = Set(others).sorted()
    }

    package static func born(_ day: Day) -> String { "born \(day)" }
    package static func id(_ text: String) -> String { "id \(text.lowercased())" }
    package static func nhs(_ number: String) -> String { "nhs \(number.filter(\.isNumber))" }
    package static func postcode(_ code: String) -> String { "postcode \(code)" }
    package static func pupil(_ number: String) -> String { "pupil \(number.lowercased())" }
}
