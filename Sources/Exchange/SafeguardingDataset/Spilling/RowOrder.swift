import WorkingDays

/// Where a row belongs among the rows of its child: by kind of record, then day, then table, then row. Packed into one
/// number, so that a partition is sorted by comparing two.
struct RowOrder {
    let packed: UInt64

    private static let firstDay = Int32(-25_567)  // 1 January 1900
    private static let noDay: UInt64 = (1 << 18) - 1

    init(packed: UInt64) { self.packed = packed }

    init(kind: UInt8, day: Day?, table: Int, row: Int) {
        let dayNumber = day.map { UInt64($0.number - Self.firstDay) } ?? Self.noDay
        packed = UInt64(kind) << 59 | dayNumber << 41 | UInt64(table) << 36 | UInt64(row) & 0xF_FFFF_FFFF
    }

    var kind: UInt8 { UInt8(packed >> 59) }
    var table: Int { Int(packed >> 36 & 0x1F) }
    /// The row in its file; the header is row 1.
    var row: Int { Int(packed & 0xF_FFFF_FFFF) }
    /// Table and row as one number: where the record stands in the extract.
    var place: Int64 { Int64(packed & 0x1FF_FFFF_FFFF) }
}
