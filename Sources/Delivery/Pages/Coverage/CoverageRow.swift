/// What a source holds of one kind of record, and from when to when.
package struct CoverageRow: Sendable {
    package enum Extent: Sendable {
        case complete, partial, none

        var words: String {
            switch self {
            case .complete: "Complete"
            case .partial: "In part"
            case .none: "Not in this source"
            }
        }
    }

    /// "Visits".
    package var record: String
    package var extent: Extent
    /// "Mon 1 Apr 2024 to Sat 21 Nov 2026"; nil where there is nothing.
    package var period: String?
    /// The file or table it comes from.
    package var source: String

    package init(record: String, extent: Extent, period: String?, source: String) {
        self.record = record
        self.extent = extent
        self.period = period
        self.source = source
    }
}

/// A check that could be made for some children and not for others.
package struct PartlyCheckable: Sendable {
    package var kind: KindIcon
    package var check: String
    /// How many children it could not be made for.
    package var children: Int
    package var because: String

    package init(kind: KindIcon, check: String, children: Int, because: String) {
        self.kind = kind
        self.check = check
        self.children = children
        self.because = because
    }
}
