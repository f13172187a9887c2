/// Why somebody looks, as the access log keeps it.
package struct AccessReason: Hashable, Sendable, Codable {
    package let words: String

    /// Fails on an empty reason, or one longer than 300 characters.
    package init?(stated words: String) {
        let blank = words.allSatisfy { $0.isWhitespace }
        guard !blank, words.count <= 300 else { return nil }
        self.words = words
    }

    private init(known words: String) {
        self.words = words
    }

    /// Why somebody who is not named opened a restricted record; every look they take is logged with it.
    package static func brokeGlass(because words: String) -> AccessReason {
        AccessReason(known: "broke the glass: \(words)")
    }

    /// What was stated for this one look stays beside it; a reason that follows from the role says nothing more.
    func and(_ other: AccessReason) -> AccessReason {
        let usual: [AccessReason] = [.work, .dataQuality, .audit, .inspection, .administration]
        return usual.contains(other) ? self : AccessReason(known: "\(words); \(other.words)")
    }

    /// In the course of the person's own work with children.
    package static let work = AccessReason(known: "own work")
    /// To find out why the data says what it says.
    package static let dataQuality = AccessReason(known: "data quality")
    /// To say how good the work was.
    package static let audit = AccessReason(known: "audit")
    /// The person's calendar was read, by whatever program holds its address.
    package static let calendar = AccessReason(known: "own calendar")
    /// Named on the page of somebody they belong with. What was stated to open that one says nothing of these.
    package static let family = AccessReason(known: "shown in a family")
    /// What waits for the person was counted, to tell them how much.
    package static let notice = AccessReason(known: "own notice")
    package static let inspection = AccessReason(known: "inspection")
    package static let administration = AccessReason(known: "administration")

    private static let fixed: Set<String> = Set(
        [work, dataQuality, audit, calendar, inspection, administration, family, notice].map(\.words))

    /// Whether it is one of a few that follow from what was done, and nobody's own words.
    package static func isFixed(_ words: String) -> Bool { fixed.contains(words) }
}
