/// A day as ISO 8601 text, `2026-03-31`: the form in files, JSON, addresses and stored entries.
extension Day: CustomStringConvertible, LosslessStringConvertible, Codable {
    package var description: String {
        let (year, month, day) = civil
        return String(unsafeUninitializedCapacity: 10) { buffer in
            var rest = year
            for index in stride(from: 3, through: 0, by: -1) {
                buffer[index] = UInt8(48 + rest % 10)
                rest /= 10
            }
            buffer[4] = UInt8(ascii: "-")
            buffer[5] = UInt8(48 + month / 10)
            buffer[6] = UInt8(48 + month % 10)
            buffer[7] = UInt8(ascii: "-")
            buffer[8] = UInt8(48 + day / 10)
            buffer[9] = UInt8(48 + day % 10)
            return 10
        }
    }

    package init?(_ description: String) {
        self.init(iso: description)
    }

    /// Fails unless the text is exactly `YYYY-MM-DD` and a real day.
    package init?(iso text: some StringProtocol) {
        var copy = String(text)
        guard let day = copy.withUTF8({ Day(isoBytes: $0) }) else { return nil }
        self = day
    }

    /// Fails unless the bytes are exactly `YYYY-MM-DD` and a real day.
    package init?(isoBytes bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                let digit = bytes[index] &- 48
                guard digit < 10 else { return nil }
                value = value * 10 + Int(digit)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a day in the form YYYY-MM-DD"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The form on every page: "Tue 3 Mar 2026".
    package var words: String {
        let (year, month, day) = civil
        return "\(Day.weekdays[weekday.rawValue]) \(day) \(Day.months[month - 1]) \(year)"
    }

    /// The form for a birth date: "3 Mar 2026".
    package var shortWords: String {
        let (year, month, day) = civil
        return "\(day) \(Day.months[month - 1]) \(year)"
    }

    /// The form on a monthly axis: "Mar 2026".
    package var monthWords: String {
        let (year, month, _) = civil
        return "\(Day.months[month - 1]) \(year)"
    }
}
