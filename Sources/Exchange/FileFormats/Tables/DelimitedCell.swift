/// Where a cell's bytes lie: in the row as read, or, when quotes or encoding had to be undone, in the mended copy.
@usableFromInline
struct DelimitedCell {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
    @usableFromInline var isMended: Bool

    init(start: Int, end: Int, isMended: Bool) {
        self.start = start
        self.end = end
        self.isMended = isMended
    }
}
