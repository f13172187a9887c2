import ChildJourney
import Duties
import WorkingDays

/// `missing-unmet`: a child is missing for days, or again and again, and nobody has met about it.
package struct MissingUnmet: ConcernRule {
    package static let code: ConcernCode = "missing-unmet"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [
        Limb("long", needs: [.missingEpisodes, .missingMeetings]),
        Limb("repeated", needs: [.missingEpisodes, .missingMeetings]),
    ]
    package static let limits: [LimitID] = ["missing_meeting_hours_local", "missing_repeated_local"]
    package static let words = RuleWords(
        title: "No strategy meeting for a missing child",
        rule: """
            When a child has been missing for 72 hours, or three times in 90 days, a strategy meeting is held about it.
            """,
        clears: "a strategy meeting about it is held", whoCanAct: "The team manager, with the police")

    private static let often = 3
    private let calendar: WorkingCalendar
    private let hours: Allowance
    private let window: Allowance
    private let meetings: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        hours = setting.limits.allowance("missing_meeting_hours_local")
        window = setting.limits.allowance("missing_repeated_local")
        meetings = setting.cover.extents[.missingMeetings]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        let episodes = journey.missingEpisodes.filter { $0.kind != .away }
        guard !episodes.isEmpty else { return }
        let held = journey.hasCasework ? journey.casework.missingMeetings : []
        for episode in episodes { findLong(episode, held, journey, into: &findings) }
        findRepeated(episodes, held, journey, into: &findings)
    }

    private func findLong(
        _ episode: Recorded<MissingEpisode>, _ held: [Recorded<MissingMeeting>], _ journey: Journey,
        into findings: inout Findings
    ) {
        var since = Happened(on: episode.from, at: episode.body.fromAt)
        // Of two of one day the one whose moment is known: it alone can be shown to be in time.
        let about = held.filter { $0.body.of == episode.id && $0.body.heldOn >= episode.from }
        let met = about.min { ($0.body.heldOn, $0.at) < ($1.body.heldOn, $1.at) }
        if met == nil, let meetings, !meetings.reaches(since.on) {
            findings.notCheckable(
                Self.self, "long", because: "the child went missing before meetings about it were recorded here")
            since = since.latestStart(meetings)
            // NB: a return dated before the child went missing is bad data, and ends no asking.
            if let back = episode.until, back >= episode.from, back < since.on { return }
        }
        if isBack(episode, by: hours.due(after: since.at ?? Moment(londonDay: since.on))) { return }
        findings.duty(
            Self.self, limb: "long", about: episode.about(on: episode.from), from: since, withinHours: hours,
            standard: "missing_meeting_hours_local",
            met: met.map {
                Met(on: $0.body.heldOn, at: $0.body.heldAt, by: $0.evidence("met about it", on: $0.body.heldOn))
            },
            // Closing a referral brings no child back.
            stop: journey.stop(from: episode.from), evidence: [episode.evidence("missing", on: episode.from)])
    }

    /// Known to have been back before the hours had run: a return of that very day without its time may have been after.
    private func isBack(_ episode: Recorded<MissingEpisode>, by due: Moment?) -> Bool {
        guard let due, let until = episode.until, until >= episode.from else { return false }
        if until != due.londonDay { return until < due.londonDay }
        return Happened(on: until, at: episode.body.returnedAt).at.map { $0 <= due } ?? false
    }

    /// Counting starts afresh after a meeting; while nobody has met, a fourth time adds nothing.
    private func findRepeated(
        _ episodes: [Recorded<MissingEpisode>], _ held: [Recorded<MissingMeeting>], _ journey: Journey,
        into findings: inout Findings
    ) {
        let ids = Set(episodes.map(\.id))
        var counted: [Recorded<MissingEpisode>] = []
        var metOn: Day?
        for episode in episodes {
            if let metOn, episode.from <= metOn { continue }
            counted.append(episode)
            counted.removeAll { first in
                calendar.due(window, after: first.from).map { $0 < episode.from } ?? false
            }
            guard counted.count >= Self.often else { continue }
            // A meeting of the day of the third time was about it only where it says so.
            let met = held.first {
                ids.contains($0.body.of)
                    && ($0.body.heldOn > episode.from || $0.body.heldOn == episode.from && $0.body.of == episode.id)
            }
            if met == nil, let meetings, !meetings.reaches(episode.from) {
                findings.notCheckable(
                    Self.self, "repeated",
                    because: "the child was missing before meetings about it were recorded here")
                continue
            }
            findings.condition(
                Self.self, limb: "repeated", about: episode.about(on: episode.from), from: episode.from,
                standard: "missing_repeated_local",
                met: met.map { Met(on: $0.body.heldOn, by: $0.evidence("met about it", on: $0.body.heldOn)) },
                stop: journey.stop(from: episode.from),
                evidence: counted.map { $0.evidence("missing", on: $0.from) }, numbers: [counted.count])
            guard let met else { return }
            metOn = met.body.heldOn
            counted.removeAll()
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "repeated"
            ? """
            Missing for the third time in 90 days on \(concern.about.on.words), and no strategy meeting about it is \
            recorded since.
            """
            : """
            Missing since \(concern.about.on.words) for longer than 72 hours, and no strategy meeting about it is recorded \
            in time.
            """
    }
}

extension Recorded where Body == MissingMeeting {
    /// A meeting without its time comes after every other of its day.
    fileprivate var at: Moment { body.heldAt ?? Moment(milliseconds: .max) }
}
