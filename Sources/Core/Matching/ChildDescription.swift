import WorkingDays

/// What somebody who asks knows of a child, or what is recorded of one and may take part in a match.
package struct ChildDescription: Hashable, Sendable {
    package var forename: String?
    package var surname: String?
    package var knownAs: String?
    /// As they are recorded: a surname alone, or all of a former name.
    package var formerNames: [String] = []
    package var bornOn: Day?
    package var places: [PlaceText] = []
    /// First names of brothers and sisters.
    package var siblings: [String] = []
    package var pupilNumbers: [String] = []
    package var nhsNumber: String?

    package init(forename: String? = nil, surname: String? = nil, bornOn: Day? = nil) {
        self.forename = forename
        self.surname = surname
        self.bornOn = bornOn
    }

    /// Without what says where the child is and with whom.
    package var withoutPlaces: ChildDescription {
        var description = self
        (description.places, description.siblings) = ([], [])
        return description
    }
}

/// Where somebody lives, in the form in which the same place is the same text.
package struct PlaceText: Hashable, Sendable {
    /// Capitals and digits without spaces; nil where none is known or it is none.
    package let postcode: String?
    /// The part that begins with the number of the house: "9secretlane"; nil where there is none.
    package let house: String?

    package init(postcode: String?, text: String?) {
        let code = String((postcode ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).uppercased()
        self.postcode = (5...8).contains(code.count) ? code : nil
        house = text.flatMap(PlaceText.house)
    }

    package var isEmpty: Bool { postcode == nil && house == nil }

    private static func house(_ text: String) -> String? {
        let lines = text.split { $0 == "," || $0 == "\n" || $0 == ";" }
        let street = lines.first { line in
            let words = line.split(separator: " ")
            return words.count > 1 && words[0].contains(where: \.isNumber)
        }
        guard let street else { return nil }
        let words = street.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        return words.map { shortForms[$0] ?? $0 }.joined()
    }

    private static let shortForms = [
        "st": "street", "rd": "road", "ln": "lane", "ave": "avenue", "cl": "close", "dr": "drive", "ct": "court",
        "cres": "crescent", "pl": "place", "gdns": "gardens", "terr": "terrace", "sq": "square",
    ]
}
