/// Finds the names of people in a text that is to name nobody: whole names however they are written, and one name by itself where it
/// is written as a name is, with a capital.
package struct NamesInText: Sendable {
    private static let fewestLetters = 3
    /// Names that are months too: by themselves they are taken for the month.
    private static let months: Set<[UInt32]> = Set(["April", "May", "June", "August"].map { FoldedText($0).letters })

    private var whole: Set<[UInt32]> = []
    private var single: Set<[UInt32]> = []

    package init(_ people: [Person]) {
        for person in people {
            let forenames = [person.forename, person.knownAs].compactMap { $0 }
            let surnames = ([person.surname] + (person.formerNames ?? [])).compactMap { $0 }
            for forename in forenames {
                for surname in surnames { whole.insert(FoldedText("\(forename) \(surname)").letters) }
            }
            for part in (forenames + surnames).flatMap(Self.words) {
                let letters = FoldedText(part).letters
                if letters.count >= Self.fewestLetters, !Self.months.contains(letters) { single.insert(letters) }
            }
        }
        whole.remove([])
    }

    package func isNamed(in text: String) -> Bool {
        let isByItself = Self.words(text).contains { word in
            word.first.map { $0.isUppercase } ?? false && single.contains(FoldedText(word).letters)
        }
        guard !isByItself else { return true }
        let folded = FoldedText(text)
        return whole.contains { name in
            folded.letters.indices.contains { start in
                let end = start + name.count
                return folded.isEdge[start] && end <= folded.letters.count
                    && (end == folded.letters.count || folded.isEdge[end])
                    && folded.letters[start..<end].elementsEqual(name)
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map(String.init)
    }
}
