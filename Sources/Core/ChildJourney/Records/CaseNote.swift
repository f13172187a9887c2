import WorkingDays

/// Something worth keeping that is no step of its own: a call, a message, what somebody noticed.
package struct CaseNote: EntryBody {
    package static var kind: RecordKind { .caseNote }

    package var on: Day
    package var text: String
    /// Who was spoken to: "mother", "class teacher".
    package var spokenTo: String?
    /// Whether it belongs in the chronology.
    package var significant: Bool?

    package init(on: Day, text: String, spokenTo: String? = nil, significant: Bool? = nil) {
        self.on = on
        self.text = text
        self.spokenTo = spokenTo
        self.significant = significant
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<CaseNote>, into journey: inout Journey) {
        journey.casework.notes.append(record)
    }
}
