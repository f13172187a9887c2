/// A date as an outside file writes it: whole and possible, but not yet judged to be likely.
///
/// Local time only: a form with a zone or an offset is malformed, because the day it names is not certain.
package struct DateText: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    /// Nil when only a day is given.
    package let time: Time?
    package let form: Form

    package struct Time: Hashable, Sendable {
        package let hour: Int
        package let minute: Int
        package let second: Int

        package var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 }
    }

    /// The year first, `2025-03-31`, or the day first, `31/03/2025`.
    package enum Form: Hashable, Sendable {
        case yearFirst
        case dayFirst
    }

    /// Reads `2025-03-31` or `31/03/2025`, either followed by `T14:05`, ` 14:05`, `:59` and `.000`. Nil when malformed.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var digits = DigitReader(bytes)
        if bytes.count >= 10, bytes[4] == UInt8(ascii: "-") {
            guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
                let day = digits.number(2)
            else { return nil }
            (self.year, self.month, self.day, form) = (year, month, day, .yearFirst)
        } else {
            guard let day = digits.number(2), digits.skip("/"), let month = digits.number(2), digits.skip("/"),
                let year = digits.number(4)
            else { return nil }
            (self.year, self.month, self.day, form) = (year, month, day, .dayFirst)
        }
        guard year >= 1000, (1...12).contains(month), day >= 1, day <= DateText.days(in: month, of: year) else {
            return nil
        }
        if digits.isAtEnd {
            time = nil
        } else {
            guard let time = Time(&digits), digits.isAtEnd else { return nil }
            self.time = time
        }
    }

    package init?(_ text: String) {
        var text = text
        guard let date = text.withUTF8({ DateText($0) }) else { return nil }
        self = date
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension DateText.Time {
    /// Reads from the separator on: `T14:05`, ` 14:05:59` or ` 14:05:59.000`.
    fileprivate init?(_ digits: inout DigitReader) {
        guard digits.skip("T") || digits.skip(" "), let hour = digits.number(2), digits.skip(":"),
            let minute = digits.number(2)
        else { return nil }
        var second = 0
        if digits.skip(":") {
            guard let value = digits.number(2) else { return nil }
            second = value
            // Database exports write fractions of a second, which no duty turns on.
            if digits.skip("."), !digits.skipDigits() { return nil }
        }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }
}
