/// What is wrong with a chain, at its first broken entry.
package struct ChainFault: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// An entry with this number is not there.
        case missing
        /// Its link does not name the entry before it.
        case linkBroken
        /// One of its columns is not what was hashed.
        case columnsChanged
        /// Its text or salt is not what was digested.
        case textChanged
        /// Its text is gone and no entry says with whose authority.
        case textMissing
        /// A head kept elsewhere names this entry, and the chain ends before it.
        case cutShort
        /// A head kept elsewhere names another hash for it.
        case headDiffers
    }

    package let sequence: Int64
    package let reason: Reason

    package init(_ sequence: Int64, _ reason: Reason) {
        self.sequence = sequence
        self.reason = reason
    }
}

/// What checking a council's chain found.
package struct ChainReport: Hashable, Sendable {
    /// How many entries were checked.
    package let entries: Int64
    /// How many of them had been erased with authority.
    package let erased: Int64
    package let head: ChainHead
    package let fault: ChainFault?

    package var isWhole: Bool { fault == nil }
}

/// Checks a council's chain entry by entry; holds nothing but the link and the erasures still to be accounted for.
package struct ChainVerifier: Sendable {
    private var head = ChainHead.empty
    private var entries: Int64 = 0
    private var erased: Int64 = 0
    private var fault: ChainFault?
    private var unaccounted: Set<Int64> = []
    private let expected: ChainHead?
    private let texts = StoredBody()

    /// `expected` is a head kept elsewhere.
    package init(expecting expected: ChainHead? = nil) {
        self.expected = expected
    }

    /// False once a fault is found: nothing after it can be trusted.
    package mutating func check(_ entry: StoredEntry) -> Bool {
        guard fault == nil else { return false }
        entries += 1
        fault = firstFault(in: entry)
        head = ChainHead(sequence: entry.sequence, hash: entry.hash)
        if fault == nil { account(for: entry) }
        return fault == nil
    }

    package func report() -> ChainReport {
        var found = fault
        if found == nil { found = unaccounted.min().map { ChainFault($0, .textMissing) } }
        if found == nil, let expected, expected.sequence > head.sequence {
            found = ChainFault(head.sequence + 1, .cutShort)
        }
        return ChainReport(entries: entries, erased: erased, head: head, fault: found)
    }

    private func firstFault(in entry: StoredEntry) -> ChainFault? {
        guard entry.sequence == head.sequence + 1 else { return ChainFault(head.sequence + 1, .missing) }
        guard EntryHash.hash(entry) == entry.hash else { return ChainFault(entry.sequence, .columnsChanged) }
        guard entry.previous == head.hash else { return ChainFault(entry.sequence, .linkBroken) }
        if let expected, expected.sequence == entry.sequence, expected.hash != entry.hash {
            return ChainFault(entry.sequence, .headDiffers)
        }
        switch (entry.body, entry.salt) {
        case (nil, nil): return nil
        case (let body?, let salt?):
            let matches = salt.count == 16 && EntryHash.bodyDigest(salt: salt, body: body) == entry.bodyDigest
            return matches ? nil : ChainFault(entry.sequence, .textChanged)
        default: return ChainFault(entry.sequence, .textChanged)
        }
    }

    private mutating func account(for entry: StoredEntry) {
        guard let body = entry.body else {
            erased += 1
            unaccounted.insert(entry.sequence)
            return
        }
        guard entry.kind == EntryKind.erased.text, let erasure = try? texts.erasure(body) else { return }
        unaccounted.subtract(erasure.entries)
    }
}
