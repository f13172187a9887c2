/// Finds the cells of one record at a time in bytes that are in memory. RFC 4180, read leniently.
struct DelimitedScanner: ~Copyable {
    let delimiter: UInt8
    private(set) var cells: UnsafeMutablePointer<DelimitedCell>
    private(set) var count = 0
    private var capacity = 64
    /// Text of cells whose doubled quotes were undone.
    private(set) var mended: [UInt8] = []
    /// Text stood after a closing quote in the last record.
    private(set) var hasMisplacedQuote = false

    enum Outcome {
        /// The record's text ends before `end`; the following record begins at `next`.
        case record(end: Int, next: Int)
        /// There are too few bytes to know where the record ends.
        case incomplete
        /// A quote was open at the end of the file, or at a line's end where `endsAtLineBreak`.
        case quoteOpen(end: Int, next: Int)
    }

    /// Where a piece of a record is scanned.
    struct Span {
        let base: UnsafePointer<UInt8>
        let end: Int
        /// No bytes follow.
        let isLast: Bool
        /// A line break ends the record even inside quotes.
        let endsAtLineBreak: Bool
    }

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        cells = .allocate(capacity: capacity)
    }

    deinit { cells.deallocate() }

    mutating func scan(_ span: Span, from start: Int) -> Outcome {
        count = 0
        if !mended.isEmpty { mended.removeAll(keepingCapacity: true) }
        hasMisplacedQuote = false
        var position = start
        while true {
            if position < span.end, span.base[position] == UInt8(ascii: "\"") {
                switch quotedCell(span, from: position) {
                case .closed(let next): position = next
                case .incomplete: return .incomplete
                case .open(let end, let next): return .quoteOpen(end: end, next: next)
                }
            } else {
                let end = cellEnd(span, from: position)
                append(DelimitedCell(start: position, end: end, isMended: false))
                position = end
            }
            guard position < span.end else {
                return span.isLast ? .record(end: position, next: position) : .incomplete
            }
            if span.base[position] != delimiter { return lineBreak(span, at: position) }
            position += 1
        }
    }

    private func cellEnd(_ span: Span, from start: Int) -> Int {
        let base = span.base
        var position = start
        while position < span.end {
            let byte = base[position]
            if byte == delimiter { break }
            if byte <= 0x0D, byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        return position
    }

    private func lineBreak(_ span: Span, at position: Int) -> Outcome {
        if span.base[position] == 0x0A { return .record(end: position, next: position + 1) }
        // Whether a line feed follows the carriage return is not known until the next byte is here.
        guard position + 1 < span.end else {
            return span.isLast ? .record(end: position, next: position + 1) : .incomplete
        }
        return .record(end: position, next: position + (span.base[position + 1] == 0x0A ? 2 : 1))
    }

    private enum Quoted {
        case closed(next: Int)
        case incomplete
        case open(end: Int, next: Int)
    }

    private mutating func quotedCell(_ span: Span, from quote: Int) -> Quoted {
        let base = span.base
        let mendedStart = mended.count
        var isMended = false
        var pieceStart = quote + 1
        var position = pieceStart
        while position < span.end {
            let byte = base[position]
            if byte == UInt8(ascii: "\"") {
                guard position + 1 < span.end || span.isLast else { return .incomplete }
                let isDoubled = position + 1 < span.end && base[position + 1] == byte
                if !isDoubled {
                    return closed(
                        span, piece: pieceStart..<position, mendedStart: isMended ? mendedStart : nil)
                }
                keep(base, pieceStart..<position + 1)
                isMended = true
                position += 2
                pieceStart = position
            } else if span.endsAtLineBreak, byte == 0x0A || byte == 0x0D {
                break
            } else {
                position += 1
            }
        }
        return unclosed(span, quote: quote, at: position)
    }

    /// A closing quote is met: the cell ends at the delimiter that should follow it.
    private mutating func closed(_ span: Span, piece: Range<Int>, mendedStart: Int?) -> Quoted {
        let next = cellEnd(span, from: piece.upperBound + 1)
        if next == span.end, !span.isLast { return .incomplete }
        let tail = piece.upperBound + 1..<next
        let hasTail = tail.contains { !isDelimitedBlank(span.base[$0]) }
        if mendedStart == nil, !hasTail {
            append(DelimitedCell(start: piece.lowerBound, end: piece.upperBound, isMended: false))
            return .closed(next: next)
        }
        let start = mendedStart ?? mended.count
        keep(span.base, piece)
        if hasTail {
            hasMisplacedQuote = true
            keep(span.base, tail)
        }
        append(DelimitedCell(start: start, end: mended.count, isMended: true))
        return .closed(next: next)
    }

    private mutating func unclosed(_ span: Span, quote: Int, at position: Int) -> Quoted {
        guard span.isLast || span.endsAtLineBreak else { return .incomplete }
        guard position < span.end || span.isLast else { return .incomplete }
        append(DelimitedCell(start: quote + 1, end: position, isMended: false))
        guard position < span.end, case .record(let end, let next) = lineBreak(span, at: position) else {
            return span.isLast ? .open(end: span.end, next: span.end) : .incomplete
        }
        return .open(end: end, next: next)
    }

    private mutating func keep(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) {
        mended.append(contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    @inline(__always)
    private mutating func append(_ cell: DelimitedCell) {
        if count == capacity { grow() }
        (cells + count).initialize(to: cell)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<DelimitedCell>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: cells, count: count)
        cells.deallocate()
        cells = larger
        capacity *= 2
    }
}

extension DelimitedScanner {
    /// Turns the cells of a record that is not UTF-8 into UTF-8, taking them for Windows-1252.
    mutating func mendEncoding(_ base: UnsafePointer<UInt8>) {
        let quotesUndone = mended
        mended.removeAll(keepingCapacity: true)
        quotesUndone.withUnsafeBufferPointer { undone in
            for index in 0..<count {
                let cell = cells[index]
                guard let source = cell.isMended ? undone.baseAddress : base else { continue }
                let start = mended.count
                Windows1252.append(
                    UnsafeBufferPointer(start: source + cell.start, count: cell.end - cell.start), to: &mended)
                cells[index] = DelimitedCell(start: start, end: mended.count, isMended: true)
            }
        }
    }
}
