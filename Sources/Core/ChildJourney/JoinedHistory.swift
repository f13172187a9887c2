import WorkingDays

extension History {
    /// Records that are read as part of this one, by their ids in its source.
    package var joinedFrom: Set<String> { Set(entries.compactMap(\.joinedFrom)) }

    /// What was begun on each record that is read here; the record's own under nil.
    package var keysByRecord: [String?: Set<Key>] {
        guard entries.contains(where: { $0.joinedFrom != nil }) else { return [nil: Set(entries.map(\.key))] }
        var records: [String?: Set<Key>] = [nil: keysTaken]
        for entry in entries {
            guard let other = entry.joinedFrom else { continue }
            records[other, default: []].insert(entry.key)
        }
        return records
    }

    /// Makes one history of a record's own entries and those of the records that are one with it, and follows whoever is
    /// tied to such a record to the one that is kept. `kept` leads from each record that is one with another to that one.
    package mutating func join(into child: String, kept: [String: String]) {
        var since: [String: JourneyEntry] = [:]
        for entry in entries where entry.joinedFrom != nil && (entry.body as? RecordMerge)?.isKept == false {
            since[entry.joinedFrom ?? ""] = entry
        }
        let renamed = keysRenamed
        for index in entries.indices {
            guard let other = entries[index].joinedFrom else { continue }
            entries[index].joinedAt = (since[other]?.body as? RecordMerge)?.confirmedAt ?? since[other]?.recordedAt
            if renamed[other]?.contains(entries[index].key) ?? false {
                entries[index].id = RecordID(entries[index].id.text + Self.suffix(of: other))
            }
        }
        joinTies(of: child, kept: kept)
    }

    /// What of the other records is called as something that began here, or on one that was joined before it: each is read under
    /// its own number too, so that none of two of a kind is lost. By the other record's id.
    package var keysRenamed: [String: Set<Key>] {
        var joined: [String: (at: Moment, keys: Set<Key>)] = [:]
        for entry in entries {
            guard let other = entry.joinedFrom else { continue }
            var known = joined[other] ?? (entry.recordedAt, [])
            known.keys.insert(entry.key)
            if let merge = entry.body as? RecordMerge, !merge.isKept {
                known.at = merge.confirmedAt ?? entry.recordedAt
            }
            joined[other] = known
        }
        var taken = keysTaken
        let here = Set(entries.filter { $0.joinedFrom == nil }.map(\.key))
        var renamed: [String: Set<Key>] = [:]
        for (other, known) in joined.sorted(by: { ($0.value.at, $0.key) < ($1.value.at, $1.key) }) {
            // What was put right here under that name is the other's still, whoever was joined before it by now.
            let own = known.keys.filter { key in
                taken.contains(key)
                    || here.contains(Key(kind: key.kind, id: RecordID(key.id.text + Self.suffix(of: other))))
            }
            renamed[other] = own
            taken.formUnion(known.keys.subtracting(own))
        }
        return renamed
    }

    /// What distinguishes a record of another from one of its kind that is called the same.
    package static func suffix(of other: String) -> String { " (\(other))" }

    /// Records that began here. What was begun on another record and only put right here is the other's still.
    package var keysTaken: Set<Key> {
        let others = Set(entries.filter { $0.joinedFrom != nil }.map(\.sequence))
        var first: [Key: JourneyEntry] = [:]
        for entry in entries where entry.joinedFrom == nil && first[entry.key] == nil { first[entry.key] = entry }
        return Set(first.filter { !($0.value.corrects.map(others.contains) ?? false) }.keys)
    }

    /// Nobody is tied to themselves, or to somebody twice in the same way.
    private mutating func joinTies(of child: String, kept: [String: String]) {
        struct Tie: Hashable {
            let other: String
            let kind: String
            let isAdult: Bool
        }
        func follow(_ tie: Relationship) -> String {
            tie.isAdult == true ? tie.other : kept[tie.other] ?? tie.other
        }
        var ties: [Tie: RecordID] = [:]
        var dropped: Set<Key> = []
        let inOrder = entries.indices.sorted {
            (entries[$0].joinedFrom == nil ? 0 : 1, $0) < (entries[$1].joinedFrom == nil ? 0 : 1, $1)
        }
        for index in inOrder {
            guard var body = entries[index].body as? Relationship else { continue }
            let isFollowed = follow(body) != body.other
            body.other = follow(body)
            entries[index].body = body
            let tie = Tie(other: body.other, kind: body.kind, isAdult: body.isAdult == true)
            let first = ties[tie] ?? entries[index].id
            ties[tie] = first
            let isAgain = first != entries[index].id && (isFollowed || entries[index].joinedFrom != nil)
            if isAgain || (!tie.isAdult && body.other == child) { dropped.insert(entries[index].key) }
        }
        if !dropped.isEmpty { entries.removeAll { dropped.contains($0.key) } }
    }
}

extension JourneyEntry {
    func isKnown(at moment: Moment) -> Bool { recordedAt <= moment && (joinedAt.map { $0 <= moment } ?? true) }

    package var key: History.Key { History.Key(kind: type(of: body).kind, id: id) }
}

extension Journey {
    /// Takes in who the child is by another record of them: nothing it knows is lost, and the record that is kept prevails.
    mutating func absorb(_ other: Recorded<Person>) {
        guard let own = person else {
            person = other
            return
        }
        var body = own.body
        let mine = Self.fullName(own.body)
        let names = [Self.fullName(other.body), other.body.knownAs ?? ""] + (other.body.formerNames ?? [])
        var former = body.formerNames ?? []
        for name in names where !name.isEmpty && name != mine && name != body.knownAs && !former.contains(name) {
            former.append(name)
        }
        body.formerNames = former.isEmpty ? nil : former
        // NB: where two dates of birth are told the later holds, so that no duty ends because of the merge alone.
        body.bornOn = [body.bornOn, other.body.bornOn].compactMap(\.self).max()
        if body.bornOn == nil { body.expectedOn = body.expectedOn ?? other.body.expectedOn }
        body.diedOn = body.diedOn ?? other.body.diedOn
        body.sex = body.sex ?? other.body.sex
        body.genderIdentity = body.genderIdentity ?? other.body.genderIdentity
        body.ethnicity = body.ethnicity ?? other.body.ethnicity
        body.nationality = body.nationality ?? other.body.nationality
        body.nhsNumber = body.nhsNumber ?? other.body.nhsNumber
        if body.uniquePupilNumber == nil {
            body.uniquePupilNumber = other.body.uniquePupilNumber
        } else if body.uniquePupilNumber != other.body.uniquePupilNumber {
            body.formerUniquePupilNumber = body.formerUniquePupilNumber ?? other.body.uniquePupilNumber
        }
        person = Recorded(body, id: own.id, place: own.place, recordedAt: own.recordedAt)
    }

    private static func fullName(_ person: Person) -> String {
        [person.forename, person.surname].compactMap(\.self).joined(separator: " ")
    }
}
