import WorkingDays

/// One recorded entry about one subject, as the journey needs it.
package struct JourneyEntry: Sendable {
    package let sequence: Int64
    package var id: RecordID
    package var body: any EntryBody
    package let recordedAt: Moment
    /// The day the load that withdrew it was taken, when the source no longer has it.
    package let withdrawn: Bool
    /// Shared by what was recorded with one form; nil where a file told it.
    package let occasion: String?
    /// The number of the entry it puts right, if it puts one right.
    package let corrects: Int64?
    /// The record it was made on, where that is one with this record; nil for the record's own.
    package var joinedFrom: String?
    /// Since when it is read here: on a day before, it was not known of this record.
    package var joinedAt: Moment?

    package init(
        sequence: Int64, id: RecordID, body: any EntryBody, recordedAt: Moment, withdrawn: Bool = false,
        occasion: String? = nil, corrects: Int64? = nil, joinedFrom: String? = nil
    ) {
        self.sequence = sequence
        self.id = id
        self.body = body
        self.recordedAt = recordedAt
        self.withdrawn = withdrawn
        self.occasion = occasion
        self.corrects = corrects
        self.joinedFrom = joinedFrom
    }
}

/// Everything ever recorded about one subject, in the order it was recorded; corrections and withdrawals included.
package struct History: Sendable {
    package var entries: [JourneyEntry]
    /// Recorded about the wrong child and sealed: no part of the story, and shown to nobody. What they name stays withheld.
    package var sealed: [JourneyEntry] = []
    /// Kinds of which something was erased with authority. Their absence says nothing.
    package var erased: Set<RecordKind> = []

    package init(entries: [JourneyEntry] = []) {
        self.entries = entries
    }

    /// As much of it as was known at a moment.
    package func known(at moment: Moment) -> History {
        var history = self
        history.entries.removeAll { !$0.isKnown(at: moment) }
        return history
    }

    /// The story as believed now, or as known at a past moment: a later entry of the same kind and id replaces the
    /// earlier one from the moment it was recorded, and a withdrawn record leaves.
    package func journey(asKnownAt moment: Moment? = nil, keepingWithdrawn: Bool = false) -> Journey {
        var standing: [Key: Int] = [:]
        var firstWritten: [Key: Moment] = [:]
        var firstSettled: [Key: Moment] = [:]
        for (index, entry) in entries.enumerated() where moment.map(entry.isKnown) ?? true {
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            if entry.withdrawn {
                if !keepingWithdrawn { standing[key] = nil }
            } else {
                standing[key] = index
                if firstWritten[key] == nil, entry.body.doneOn != nil { firstWritten[key] = entry.recordedAt }
                if entry.body.settledOn == nil {
                    // NB: what was taken back is settled anew, and only then.
                    if !firstSettled.isEmpty { firstSettled[key] = nil }
                } else if firstSettled[key] == nil {
                    firstSettled[key] = entry.recordedAt
                }
            }
        }
        var journey = Journey()
        var others: [Recorded<Person>] = []
        for index in standing.values.sorted() {
            let entry = entries[index]
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            if entry.joinedFrom != nil, let person = entry.body as? Person {
                others.append(Recorded(person, id: entry.id, place: entry.sequence))
                continue
            }
            Self.fold(entry.body, of: entry, firstWritten[key], firstSettled[key], into: &journey)
        }
        journey.arrange()
        for person in others { journey.absorb(person) }
        return journey
    }

    /// Kinds that are told to those alone who work with the child: religion and immigration status.
    package static let beliefAndStatus: Set<RecordKind> = [.religion, .immigrationStatus]

    /// Without anything recorded of some kinds: for a reader who is not told of them.
    package func without(_ kinds: Set<RecordKind>) -> History {
        var history = self
        history.entries.removeAll { kinds.contains(type(of: $0.body).kind) }
        history.sealed.removeAll { kinds.contains(type(of: $0.body).kind) }
        return history
    }

    /// With what was sealed as it stood: for what must not end by being sealed.
    package var withSealed: History {
        var whole = self
        whole.entries = (entries + sealed).sorted { $0.sequence < $1.sequence }
        whole.sealed = []
        return whole
    }

    /// What stands of one kind, in the order it was last written: for subjects that are no child and have no journey.
    package func standing<Body: EntryBody>(_ type: Body.Type) -> [Recorded<Body>] {
        var latest: [RecordID: Recorded<Body>] = [:]
        var firstWritten: [RecordID: Moment] = [:]
        for entry in entries {
            guard let body = entry.body as? Body else { continue }
            if firstWritten[entry.id] == nil { firstWritten[entry.id] = entry.recordedAt }
            latest[entry.id] =
                entry.withdrawn
                ? nil
                : Recorded(
                    body, id: entry.id, place: entry.sequence, recordedAt: entry.recordedAt,
                    firstWrittenAt: firstWritten[entry.id])
        }
        return latest.values.sorted { $0.place < $1.place }
    }

    /// Records whose latest entry withdraws them: kind and id.
    package var withdrawn: Set<Key> {
        var gone: Set<Key> = []
        for entry in entries {
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            if entry.withdrawn { gone.insert(key) } else { gone.remove(key) }
        }
        return gone
    }

    package struct Key: Hashable, Sendable {
        package let kind: RecordKind
        package let id: RecordID

        package init(kind: RecordKind, id: RecordID) {
            self.kind = kind
            self.id = id
        }
    }

    private static func fold<Body: EntryBody>(
        _ body: Body, of entry: JourneyEntry, _ firstWrittenAt: Moment?, _ firstSettledAt: Moment?,
        into journey: inout Journey
    ) {
        journey.add(
            body, id: entry.id, place: entry.sequence, recordedAt: entry.recordedAt, firstWrittenAt: firstWrittenAt,
            firstSettledAt: firstSettledAt)
    }
}
