import RecordKeeping
import WorkingDays

extension Pack.Run {
    /// "Oct 2026": a month, or the day at its end.
    var monthsInWords: [String] {
        months.map { Day("\($0.prefix(7))-01")?.monthWords ?? $0 }
    }

    /// "below the limits in Feb 2025, Oct 2025 to Dec 2025", for each of the signals.
    package var signalsInWords: [String] {
        // What each of them shows, in the order it first did, and the months as they follow each other.
        var shown: [(signal: String, stretches: [ClosedRange<Int>])] = []
        for (month, signal) in signals.enumerated() where !signal.isEmpty {
            let place = shown.firstIndex { $0.signal == signal } ?? shown.endIndex
            if place == shown.endIndex { shown.append((signal, [])) }
            if let last = shown[place].stretches.last, last.upperBound == month - 1 {
                shown[place].stretches[shown[place].stretches.count - 1] = last.lowerBound...month
            } else {
                shown[place].stretches.append(month...month)
            }
        }
        let months = monthsInWords
        return shown.map { signal, stretches in
            let named = stretches.map { stretch in
                stretch.count == 1
                    ? months[stretch.lowerBound] : "\(months[stretch.lowerBound]) to \(months[stretch.upperBound])"
            }
            return "\(signal) in \(named.joined(separator: ", "))"
        }
    }
}
