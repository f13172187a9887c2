import AccessRules
import ChildJourney
import WorkingDays

/// What a child can be found by.
package struct SearchKeys: Hashable, Sendable {
    /// Parts of names, former ones included, as `NameText` writes them.
    package var names: [String]
    /// Birth dates and ids, each with what it is before it: `born 2015-03-04`, `id 123`, `pupil A123`.
    package var others: [String]

    package init(names: [String] = [], others: [String] = []) {
        self.names = names
        self.others = others
    }

    package init(_ child: SubjectID, _ journey: Journey) {
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
        self.others = Set(others).sorted()
    }

    package static func born(_ day: Day) -> String { "born \(day)" }
    package static func id(_ text: String) -> String { "id \(text.lowercased())" }
    package static func pupil(_ number: String) -> String { "pupil \(number.lowercased())" }
}
