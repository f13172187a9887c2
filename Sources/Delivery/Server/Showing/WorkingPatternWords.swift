import ChildJourney
import WorkingDays

/// How much of the week somebody works, in words. Where it is not recorded that is said, and nothing is worked out.
struct WorkingPatternWords {
    let pattern: WorkingPattern?

    /// "22.5 of 37 hours a week", "bank worker, no set hours".
    var hours: String {
        guard let pattern else { return "not recorded" }
        guard let weekly = pattern.weeklyTenths, let full = pattern.fullTimeTenths else {
            return "bank worker, no set hours"
        }
        let bank = pattern.isBank ? "bank worker, " : ""
        return "\(bank)\(Self.plain(weekly)) of \(Self.plain(full)) hours a week"
    }

    /// "29.6, at 22.5 of 37 hours a week": so many children as they would be for somebody at full time.
    func perFullTime(_ children: Int) -> String {
        guard let tenths = pattern?.tenthsPerFullTime(children) else { return hours.atSentenceStart }
        return "\(tenths / 10).\(tenths % 10), at \(hours)"
    }

    var since: String? { pattern.map { "From \($0.from.words): \(hours)." } }

    /// "37", "22.5".
    static func plain(_ tenths: Int) -> String {
        tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
