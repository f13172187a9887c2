import WorkingDays

/// A record as it stands in a journey: what was recorded, and where to find it again.
@dynamicMemberLookup
package struct Recorded<Body: Sendable>: Sendable {
    package let id: RecordID
    /// The sequence number of the entry it came from; in a file that is only checked, the line or row.
    package let place: Int64
    /// When it was written down as it stands now; nil where a source does not say.
    package let recordedAt: Moment?
    /// When it was first written that it was done, corrections since left aside; nil where a source does not say.
    package let firstWrittenAt: Moment?
    /// When it was first written that it was settled, as it is now; nil where it is not, or a source does not say.
    package let firstSettledAt: Moment?
    /// Behind a reference, so that handing a record from rule to rule does not copy every text in it.
    package var box: RecordBox<Body>

    @inlinable
    package var body: Body {
        get { box.body }
        set { box = RecordBox(newValue) }
    }

    @inlinable
    package init(
        _ body: Body, id: RecordID, place: Int64 = 0, recordedAt: Moment? = nil, firstWrittenAt: Moment? = nil,
        firstSettledAt: Moment? = nil
    ) {
        self.id = id
        self.place = place
        self.recordedAt = recordedAt
        self.firstWrittenAt = firstWrittenAt ?? recordedAt
        self.firstSettledAt = firstSettledAt
        self.box = RecordBox(body)
    }

    @inlinable
    package subscript<Value>(dynamicMember path: KeyPath<Body, Value>) -> Value { box.body[keyPath: path] }
}

/// What was recorded, written once and then only read.
package final class RecordBox<Body: Sendable>: Sendable {
    package let body: Body

    @inlinable
    package init(_ body: Body) {
        self.body = body
    }
}
