import WorkingDays

/// Days on which something stands, as spans that neither overlap nor touch, earliest first.
package struct DaySpans: Hashable, Sendable {
    /// From a day until another that is no longer in it; open where nothing has ended it.
    package struct Span: Hashable, Sendable {
        package let from: Day
        package let until: Day?

        package init(from: Day, until: Day?) {
            self.from = from
            self.until = until
        }
    }

    package private(set) var all: [Span] = []

    /// An end before its start is bad data: the span counts as open, as it does in a child's status.
    package init(_ spans: some Sequence<Span>) {
        let known = spans.map { span in
            Span(from: span.from, until: span.until.flatMap { $0 < span.from ? nil : $0 })
        }
        for span in known.sorted(by: { $0.from < $1.from }) where span.until != span.from {
            guard let last = all.last, last.until.map({ $0 >= span.from }) ?? true else {
                all.append(span)
                continue
            }
            all[all.count - 1] = Span(from: last.from, until: Self.later(last.until, span.until))
        }
    }

    package init(from: Day, until: Day? = nil) {
        self.init([Span(from: from, until: until)])
    }

    package var isEmpty: Bool { all.isEmpty }

    package func contains(_ day: Day) -> Bool {
        all.contains { $0.from <= day && ($0.until.map { day < $0 } ?? true) }
    }

    /// The days of these that are among the others.
    package func within(_ others: DaySpans) -> DaySpans {
        DaySpans(
            all.flatMap { span in
                others.all.compactMap { other in
                    let from = max(span.from, other.from)
                    let until = Self.earlier(span.until, other.until)
                    return until.map { from < $0 } ?? true ? Span(from: from, until: until) : nil
                }
            })
    }

    /// The days of these that are not among the others.
    package func without(_ others: DaySpans) -> DaySpans {
        var left: [Span] = []
        for span in all {
            var from: Day? = span.from
            for other in others.all {
                guard let start = from, span.until.map({ other.from < $0 }) ?? true else { break }
                if let end = other.until, end <= start { continue }
                if start < other.from { left.append(Span(from: start, until: other.from)) }
                from = other.until
            }
            if let start = from, span.until.map({ start < $0 }) ?? true {
                left.append(Span(from: start, until: span.until))
            }
        }
        return DaySpans(left)
    }

    package func joined(with others: DaySpans) -> DaySpans { DaySpans(all + others.all) }

    private static func later(_ left: Day?, _ right: Day?) -> Day? {
        guard let left, let right else { return nil }
        return max(left, right)
    }

    private static func earlier(_ left: Day?, _ right: Day?) -> Day? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }
}
