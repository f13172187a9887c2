import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// What was said of a child nobody knew, to find out whether that is so; it is kept with the child, and not typed again.
package struct ToldWithFirst: Hashable, Sendable {
    package var address: String?
    package var postcode: String?
    /// First names of brothers and sisters, as they were told.
    package var siblings: String?

    package init(address: String? = nil, postcode: String? = nil, siblings: String? = nil) {
        self.address = address
        self.postcode = postcode
        self.siblings = siblings
    }

    func records(on day: Day, of id: RecordID) -> [(RecordID, any EntryBody)] {
        var records: [(RecordID, any EntryBody)] = []
        if address != nil || postcode != nil {
            records.append(
                (RecordID("\(id.text)-address"), Address(postcode: postcode, text: address, from: day)))
        }
        if let siblings {
            records.append(
                (
                    RecordID("\(id.text)-siblings"),
                    CaseNote(on: day, text: "Brothers and sisters who were named: \(siblings)")
                ))
        }
        return records
    }
}

/// A referral is received and accepted. The first one about a child also records who they are.
package struct ReceiveReferral {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        _ referral: Referral, id: RecordID, about child: SubjectID, who person: Person? = nil,
        mother: String? = nil, told: ToldWithFirst = ToldWithFirst()
    ) async throws(RecordingRefusal) {
        try await recorder.receive(
            referral, on: referral.receivedOn, at: referral.receivedAt, id: id, about: child, who: person,
            mother: mother, told: told,
            as: .recordReferral)
    }
}

/// The council is told something about a child. The first time, who they are is recorded too.
package struct ReceiveContact {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        _ contact: Contact, id: RecordID, about child: SubjectID, who person: Person? = nil,
        mother: String? = nil, told: ToldWithFirst = ToldWithFirst()
    ) async throws(RecordingRefusal) {
        try await recorder.receive(
            contact, on: contact.receivedOn, at: contact.receivedAt, id: id, about: child, who: person, mother: mother,
            told: told, as: .recordContact)
    }
}

extension Recorder {
    fileprivate func receive(
        _ body: some EntryBody, on day: Day, at moment: Moment?, id: RecordID, about child: SubjectID,
        who known: Person?, mother: String?, told: ToldWithFirst, as verb: Verb
    ) async throws(RecordingRefusal) {
        guard day <= now().londonDay, moment.map({ $0 <= now() }) ?? true else { throw .dayNotPossible }
        var entries: [NewEntry] = []
        if let known { entries.append(NewEntry(known, id: "person", about: .child(child), by: .user(person.user))) }
        if let mother, known != nil {
            var tie = Relationship(other: mother, kind: RelationshipKind.mother.rawValue)
            tie.isAdult = true
            entries.append(
                NewEntry(tie, id: "tie-mother", about: .child(child), by: .user(person.user), occasion: id.text))
        }
        entries.append(NewEntry(body, id: id, about: .child(child), by: .user(person.user)))
        if known != nil {
            for (record, body) in told.records(on: day, of: id) {
                entries.append(
                    NewEntry(body, id: record, about: .child(child), by: .user(person.user), occasion: id.text))
            }
        }
        try await append(entries, about: child, as: verb)
    }
}
