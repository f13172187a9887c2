import ChildJourney
/// A clock time as people type it: "16:50", "4.50pm", "1650", "9 am".
enum TypedTime {
    /// Minutes past midnight, 0 to 1439; nil for what is no clock time. An hour without minutes needs "am" or "pm": a bare
    /// "9" may be either.
    static func read(_ typed: String) -> Int? {
        var text = typed.lowercased().filter { !$0.isWhitespace }
        var isAfternoon: Bool?
        for (ending, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)]
        where text.hasSuffix(ending) {
            isAfternoon = afternoon
            text.removeLast(ending.count)
            break
        }
        guard let (hour, minute) = parts(text, isHourAlone: isAfternoon != nil), (0...59).contains(minute) else {
            return nil
        }
        guard let isAfternoon else { return (0...23).contains(hour) ? hour * 60 + minute : nil }
        guard (1...12).contains(hour) else { return nil }
        return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute
    }

    private static func parts(_ text: String, isHourAlone: Bool) -> (Int, Int)? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == 0x3A || $0 == 0x2E })
        else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        if parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1])
        {
            return (hour, minute)
        }
        guard parts.count == 1, let number = Int(text) else { return nil }
        if text.count == 4 { return (number / 100, number % 100) }
        return isHourAlone && text.count <= 2 ? (number, 0) : nil
    }
}

extension FormReader {
    /// A clock time; nil where none was typed, or none that can be read.
    mutating func time(_ name: String, called what: String, required: Bool = false) -> Int? {
        guard let typed = given(name) else { return missing(name, "Enter \(what), such as 16:50", when: required) }
        return TypedTime.read(typed)
            ?? problem(name, "\(what.atSentenceStart) must be a time, such as 16:50 or 4.50pm")
    }
}
