import WorkingDays

/// One run of digits or of letters in a day somebody typed.
struct DayWord {
    enum Sign {
        case digit, letter, between

        /// Nil for a character no date is written with.
        init?(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
            case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","):
                self = .between
            default: return nil
            }
        }
    }

    let number: Int?
    let length: Int
    var month: Int?
    var weekday: Weekday?
    /// "3rd of March": says nothing that the rest does not.
    var isJoining = false

    init(number: Int, length: Int) {
        self.number = number
        self.length = length
    }

    /// Nil for letters that are no part of a date.
    init?(_ run: [UInt8]) {
        let text = String(decoding: run, as: UTF8.self).lowercased()
        number = Int(text)
        length = run.count
        if number != nil { return }
        month = DayWord.position(of: text, in: DayWord.months).map { $0 + 1 }
        weekday = DayWord.position(of: text, in: DayWord.weekdays).flatMap(Weekday.init(rawValue:))
        isJoining = ["st", "nd", "rd", "th", "of", "the"].contains(text)
        guard month != nil || weekday != nil || isJoining else { return nil }
    }

    /// The whole word, or its first three letters or more.
    private static func position(of text: String, in names: [String]) -> Int? {
        text.count < 3 ? nil : names.firstIndex { $0.hasPrefix(text) }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
