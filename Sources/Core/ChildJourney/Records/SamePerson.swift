import WorkingDays

/// An adult of the record is the same person as a child of the record: a mother who is a child herself. It stands on the
/// adult's record, is ended and never taken back, and joins nothing: each of the two stays a record of its own.
package struct SamePerson: EntryBody {
    package static var kind: RecordKind { .samePerson }

    /// The child, by their id in the adult's source.
    package var child: String
    package var why: String
    package var on: Day
    /// The user who said it.
    package var by: String?
    package var endedOn: Day?
    package var endedBy: String?
    package var endedWhy: String?

    package init(child: String, why: String, on: Day, by: String? = nil) {
        self.child = child
        self.why = why
        self.on = on
        self.by = by
    }

    package var happenedOn: Day? { on }

    package var stands: Bool { endedOn == nil }

    package static func fold(_ record: Recorded<SamePerson>, into journey: inout Journey) {
        journey.casework.samePersons.append(record)
    }
}

extension History {
    /// The children an adult is said to be, by their ids: one, where nobody erred.
    package var saidToBe: [Recorded<SamePerson>] {
        let said = entries.filter { $0.body is SamePerson }
        guard !said.isEmpty else { return [] }
        return History(entries: said).journey().casework.samePersons.filter { $0.body.stands }
    }

    /// The same, with those it was ever said of: what is withheld through it stays withheld.
    package var everSaidToBe: Set<String> { Set((entries + sealed).compactMap { ($0.body as? SamePerson)?.child }) }

    /// What a rule may read of an adult whom the reader must not know by name: not who they are.
    package var nameless: History {
        var history = self
        for index in history.entries.indices {
            if let person = history.entries[index].body as? Person {
                history.entries[index].body = Person(diedOn: person.diedOn, sex: person.sex)
            } else if var said = history.entries[index].body as? SamePerson {
                (said.why, said.endedWhy) = ("", said.endedWhy.map { _ in "" })
                history.entries[index].body = said
            }
        }
        return history
    }
}
