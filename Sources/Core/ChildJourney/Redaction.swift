/// A passage left out of what is given of a record: where it stands, and why. The words themselves are not kept a second time.
package struct Redaction: Codable, Hashable, Sendable {
    /// The line of its page, from 0.
    package var line: Int
    /// The first character of it and the one behind its last, counted in the line; both nil for all of the line.
    package var from: Int?
    package var to: Int?
    /// An id of the closed list of reasons.
    package var reason: String

    package init(line: Int, from: Int?, to: Int?, reason: String) {
        self.line = line
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// Nil for all of the line.
    package var range: Range<Int>? {
        guard let from, let to, from >= 0, from < to else { return nil }
        return from..<to
    }
}

/// One page of what is recorded, read by somebody who is preparing what is given.
package struct AccessPageRead: Codable, Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// Of all the page said: another page under the same number has not been read.
    package var digest: String
    package var redactions: [Redaction]
    /// The user who read it.
    package var by: String

    package init(number: Int, digest: String, redactions: [Redaction], by: String) {
        self.number = number
        self.digest = digest
        self.redactions = redactions
        self.by = by
    }
}
