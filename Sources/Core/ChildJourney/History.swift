import WorkingDays

/// One recorded entry about one subject, as the journey needs it.
package struct JourneyEntry: Sendable {
    package let sequence: Int64
    package let id: RecordID
    package let body: any EntryBody
    package let recordedAt: Moment
    /// The day the load that withdrew it was taken, when the source no longer has it.
    package let withdrawn: Bool
    /// Shared by what was recorded with one form; nil where a file told it.
    package let occasion: String?

    package init(
        sequence: Int64, id: RecordID, body: any EntryBody, recordedAt: Moment, withdrawn: Bool = false,
        occasion: String? = nil
    ) {
        self.sequence = sequence
        self.id = id
        self.body = body
        self.recordedAt = recordedAt
        self.withdrawn = withdrawn
        self.occasion = occasion
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

    /// The story as believed now, or as known at a past moment: a later entry of the same kind and id replaces the
    /// earlier one from the moment it was recorded, and a withdrawn record leaves.
    package func journey(asKnownAt moment: Moment? = nil, keepingWithdrawn: Bool = false) -> Journey {
        var standing: [Key: Int] = [:]
        var firstWritten: [Key: Moment] = [:]
        for (index, entry) in entries.enumerated() where moment.map({ entry.recordedAt <= $0 }) ?? true {
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            if entry.withdrawn {
                if !keepingWithdrawn { standing[key] = nil }
            } else {
                standing[key] = index
                if firstWritten[key] == nil, entry.body.doneOn != nil { firstWritten[key] = entry.recordedAt }
            }
        }
        var journey = Journey()
        for index in standing.values.sorted() {
            let entry = entries[index]
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            Self.fold(entry.body, of: entry, firstWrittenAt: firstWritten[key], into: &journey)
        }
        journey.arrange()
        return journey
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
        _ body: Body, of entry: JourneyEntry, firstWrittenAt: Moment?, into journey: inout Journey
    ) {
        journey.add(
            body, id: entry.id, place: entry.sequence, recordedAt: entry.recordedAt, firstWrittenAt: firstWrittenAt)
    }
}
