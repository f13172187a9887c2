import WorkingDays

/// The child's first language from a day on, and whether an interpreter is needed to speak with the child or the family.
package struct SpokenLanguage: EntryBody {
    package static var kind: RecordKind { .spokenLanguage }

    package var from: Day
    /// "Polish", "British Sign Language".
    package var language: String
    /// Nil: nobody has said.
    package var needsInterpreter: Bool?
    /// For whom, and what is to be minded: "for her grandmother, never a man".
    package var interpreterFor: String?

    package init(from: Day, language: String, needsInterpreter: Bool? = nil, interpreterFor: String? = nil) {
        self.from = from
        self.language = language
        self.needsInterpreter = needsInterpreter
        self.interpreterFor = interpreterFor
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<SpokenLanguage>, into journey: inout Journey) {
        journey.casework.languages.append(record)
    }
}

extension Journey {
    /// What holds on a day: the latest that began by then.
    package func language(on day: Day) -> Recorded<SpokenLanguage>? {
        hasCasework ? casework.languages.last { $0.body.from <= day } : nil
    }

    /// "An interpreter is needed: Polish, for her grandmother"; nil where none is, or nobody has said.
    package func interpreterWords(on day: Day) -> String? {
        guard let body = language(on: day)?.body, body.needsInterpreter == true else { return nil }
        return "An interpreter is needed: "
            + [body.language, body.interpreterFor].compactMap { $0 }.joined(separator: ", ")
    }
}
