/// A count as somebody with numbers only may see it.
package enum Figure: Hashable, Sendable {
    case shown(Int)
    /// A number from 1 to 4, or one from which such a number could be worked out.
    case hidden
}

/// Hiding small numbers, so that no child can be told from a table.
///
/// Counts from 1 to 4 are hidden, and with them every total, denominator and percentage that bounds them; nought is shown.
package enum Suppression {
    package static let hidden = 1...4

    package static func figure(_ count: Int) -> Figure {
        hidden.contains(count) ? .hidden : .shown(count)
    }

    /// Parts and their total. A total that contains a hidden part is hidden too.
    package static func figures(_ parts: [Int]) -> (parts: [Figure], total: Figure) {
        let figures = parts.map(figure)
        let total = parts.reduce(0, +)
        return (figures, figures.contains(.hidden) ? .hidden : figure(total))
    }

    /// Several ways of breaking down the same total: hidden in one, it is hidden for all.
    package static func breakdowns(_ breakdowns: [[Int]]) -> (parts: [[Figure]], total: Figure) {
        let made = breakdowns.map { figures($0) }
        let total = made.contains { $0.total == .hidden } ? .hidden : made.first?.total ?? .shown(0)
        return (made.map(\.parts), total)
    }

    /// A table with the totals of its rows, of its columns, and of all of it.
    package static func table(_ rows: [[Int]]) -> (cells: [[Figure]], rows: [Figure], columns: [Figure], total: Figure)
    {
        let width = rows.map(\.count).max() ?? 0
        let columns = (0..<width).map { column in rows.map { column < $0.count ? $0[column] : 0 } }
        let all = figures(rows.flatMap { $0 })
        return (
            rows.map { figures($0).parts }, rows.map { figures($0).total }, columns.map { figures($0).total }, all.total
        )
    }

    /// Whole per cent; hidden where the part, the whole or what is left of it is small, or there is no whole.
    package static func percentage(_ part: Int, of whole: Int) -> Figure {
        let bounded = [part, whole, whole - part].contains { hidden.contains($0) }
        guard whole > 0, !bounded else { return .hidden }
        return .shown((part * 200 + whole) / (whole * 2))
    }
}
