import WorkingDays

/// A calendar of whole days, as other programs read it (iCalendar, RFC 5545).
package struct CalendarText {
    /// RFC 5545 section 3.1: a line is at most 75 octets long, without its break.
    private static let longestLine = 75

    private var text = ""
    private let madeAt: Moment

    /// `name` is what the reader's program calls it; `madeAt` stands on every event.
    package init(name: String, madeAt: Moment) {
        self.madeAt = madeAt
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//Sightline//Work due//EN")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        // RFC 7986; and the name programs read that are older than it.
        line("NAME:\(Self.escaped(name))")
        line("X-WR-CALNAME:\(Self.escaped(name))")
        line("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
    }

    /// `id` stays the same for the same thing, whenever it is asked for, and is unlike every other.
    package mutating func event(id: String, on day: Day, summary: String, description: String, address: String) {
        line("BEGIN:VEVENT")
        line("UID:\(Self.escaped(id))")
        line("DTSTAMP:\(Self.plain(madeAt.iso))")
        line("DTSTART;VALUE=DATE:\(Self.plain(day.description))")
        line("DTEND;VALUE=DATE:\(Self.plain((day + 1).description))")
        line("SUMMARY:\(Self.escaped(summary))")
        line("DESCRIPTION:\(Self.escaped(description))")
        line("URL:\(address)")
        line("CLASS:PRIVATE")
        line("TRANSP:TRANSPARENT")
        line("END:VEVENT")
    }

    package var bytes: [UInt8] {
        var whole = self
        whole.line("END:VCALENDAR")
        return Array(whole.text.utf8)
    }

    /// Folded between characters, so that no character is cut in two.
    private mutating func line(_ words: String) {
        var length = 0
        for scalar in words.unicodeScalars {
            let octets = UTF8.width(scalar)
            if length + octets > Self.longestLine {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(scalar)
            length += octets
        }
        text += "\r\n"
    }

    /// RFC 5545 section 3.3.11.
    private static func escaped(_ words: String) -> String {
        var text = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": text += "\\\(scalar)"
            case "\n": text += "\\n"
            // NB: no other control character may stand in a calendar.
            case "\u{0}"..."\u{1F}", "\u{7F}": break
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// `2026-11-21T06:04:00Z` as `20261121T060400Z`.
    private static func plain(_ iso: String) -> String { iso.filter { $0 != "-" && $0 != ":" } }
}
