import ChildJourney
import Duties
import WorkingDays

/// `missing-now`: a child is missing and is not recorded as having come back.
package struct MissingNow: ConcernRule {
    package static let code: ConcernCode = "missing-now"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [
        Limb("", needs: [.missingEpisodes]),
        Limb("returned-unseen", needs: [.missingEpisodes, .inNeedVisitSeen, .protectionVisitSeen, .careVisits]),
    ]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Missing now",
        rule: "A child who is missing is a concern from the moment it is reported until they are back and seen.",
        clears: "the child is back and has been seen since",
        whoCanAct: "The social worker, the police and the duty manager")

    /// How its evidence says that the child is back: then all that is left is to see them.
    package static let returned = "returned"

    private let cover: Cover
    private let tellsSeen: Bool

    package init(_ setting: Setting) {
        cover = setting.cover
        tellsSeen = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for episode in journey.missingEpisodes where episode.kind != .away {
            let since = began(episode)
            findings.condition(
                Self.self, about: episode.about(on: episode.from), from: since.on, at: since.at,
                met: backAndSeen(episode, journey, &findings),
                // NB: closing a referral brings no child back.
                stop: journey.stop(from: episode.from),
                evidence: [
                    episode.evidence("missing", on: episode.from),
                    episode.until.flatMap {
                        $0 >= episode.from ? episode.evidence(Self.returned, on: $0) : nil
                    },
                ].compactMap { $0 })
        }
    }

    /// From the hour of report, in a record that has it. A report later than the return is bad data, and delays nothing.
    private func began(_ episode: Recorded<MissingEpisode>) -> Happened {
        guard let reported = episode.body.reportedOn, reported >= episode.from,
            episode.until.map({ reported <= $0 }) ?? true
        else { return Happened(on: episode.from, at: episode.body.fromAt) }
        return Happened(on: reported, at: episode.body.reportedAt)
    }

    /// Where a source cannot tell who was seen, the return is all there is; and that is said.
    private func backAndSeen(
        _ episode: Recorded<MissingEpisode>, _ journey: Journey, _ findings: inout Findings
    ) -> Met? {
        guard let returned = episode.until else { return nil }
        let back = Happened(on: returned, at: episode.body.returnedAt)
        // Whoever is seen on the day of a return of another day is back; of one and the same day nobody can say.
        let seen = journey.visits.first {
            $0.seen == true
                && ($0.on > returned || $0.on == returned && returned > episode.from
                    || $0.happened.isSurelyNotBefore(back))
        }
        if let seen { return Met(on: seen.on, by: seen.evidence("seen", on: seen.on)) }
        guard tellsSeen else { return Met(on: returned, by: nil) }
        if Self.limbs[1].needs.allSatisfy({ cover.tells($0, from: returned) }) { return nil }
        findings.notCheckable(
            Self.self, "returned-unseen", because: "visits as old as the return are not in the source")
        return Met(on: returned, by: nil)
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        Missing since \(concern.about.on.words), and not recorded as back and seen since. After 30 days, check also that the \
        return was not simply left off the record.
        """
    }
}
