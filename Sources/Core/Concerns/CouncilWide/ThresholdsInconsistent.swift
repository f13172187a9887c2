import ChildJourney
import Duties
import WorkingDays

/// `thresholds-inconsistent`: a team turns away referrals far more, or far less, often than the council does on like
/// referrals (the same primary need) received in the 12 months to a day.
package struct ThresholdsInconsistent: Sendable {
    package static let code: ConcernCode = "thresholds-inconsistent"
    package static let needs: [CoveredFact] = [.referrals, .teams]

    private struct Key: Hashable {
        let team: String
        let need: String
    }

    private struct Tally {
        var all = 0
        var turnedAway = 0
    }

    /// The day judged, and the 12 months to it.
    private let day: Day
    private let from: Day
    private var tallies: [Key: Tally] = [:]

    package init(on day: Day) {
        self.day = day
        from = day.adding(months: -12)
    }

    package mutating func add(_ journey: Journey) {
        for referral in journey.referrals {
            guard let team = referral.team, let turnedAway = referral.noFurtherAction, referral.receivedOn > from,
                referral.receivedOn <= day
            else { continue }
            let key = Key(team: team, need: referral.primaryNeed ?? "N0")
            tallies[key, default: Tally()].all += 1
            if turnedAway { tallies[key, default: Tally()].turnedAway += 1 }
        }
    }

    package mutating func merge(_ other: ThresholdsInconsistent) {
        for (key, tally) in other.tallies {
            tallies[key, default: Tally()].all += tally.all
            tallies[key, default: Tally()].turnedAway += tally.turnedAway
        }
    }

    package func found(_ setting: Setting) -> [ServiceConcern] {
        var council: [String: Tally] = [:]
        var teams: [String: [String: Tally]] = [:]
        for (key, tally) in tallies {
            council[key.need, default: Tally()].all += tally.all
            council[key.need, default: Tally()].turnedAway += tally.turnedAway
            teams[key.team, default: [:]][key.need, default: Tally()].all += tally.all
            teams[key.team, default: [:]][key.need, default: Tally()].turnedAway += tally.turnedAway
        }
        return teams.keys.sorted().compactMap { team in
            judge(team, teams[team] ?? [:], council, on: day)
        }
    }

    /// Indirect standardisation: what the council would have turned away of this team's referrals, and how far beyond
    /// chance (99.8%, 3.09 standard deviations of the sum of the binomials) the team's own number lies.
    private func judge(
        _ team: String, _ own: [String: Tally], _ council: [String: Tally], on day: Day
    ) -> ServiceConcern? {
        var expected = 0.0
        var variance = 0.0
        var actual = 0
        var all = 0
        for (need, tally) in own.sorted(by: { $0.key < $1.key }) {
            guard let like = council[need], like.all > 0 else { continue }
            let rate = Double(like.turnedAway) / Double(like.all)
            expected += rate * Double(tally.all)
            variance += rate * (1 - rate) * Double(tally.all)
            actual += tally.turnedAway
            all += tally.all
        }
        guard all >= 30, variance > 0 else { return nil }
        let distance = abs(Double(actual) - expected) - 0.5
        guard distance > 3.09 * variance.squareRoot() else { return nil }
        let rounded = Int(expected.rounded())
        return ServiceConcern(
            code: Self.code, kind: .undecided, level: 3, subject: team, onset: day,
            why:
                "Of \(all) referrals in 12 months \(actual) were closed with no further action; on like referrals the council as a whole would have closed \(rounded).",
            source: "Funnel limits of 99.8% around the council's own rate, by primary need")
    }
}
