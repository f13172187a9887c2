import ChildJourney
import Duties
import WorkingDays

/// `return-interview-late`: a child came back, and nobody independent has talked with them about it.
package struct ReturnInterviewLate: ConcernRule {
    package static let code: ConcernCode = "return-interview-late"
    package static let kind = ConcernKind.late
    package static let level = 2
    package static let limbs = [Limb("", needs: [.missingEpisodes, .returnInterviews])]
    package static let limits: [LimitID] = ["return_interview_72h"]
    package static let words = RuleWords(
        title: "Return interview not offered or not held",
        rule: """
            Every time a missing child comes back, somebody independent offers to talk with them, and does so within 72 \
            hours of the return.
            """,
        clears: "the interview is held, or the child declines it to somebody independent, with what was tried",
        whoCanAct: "Whoever holds the child, and the return interview service")

    private let hours: Allowance
    private let interviews: Cover.Extent?

    package init(_ setting: Setting) {
        hours = setting.limits.allowance("return_interview_72h")
        interviews = setting.cover.extents[.returnInterviews]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        let all = journey.hasCasework ? journey.casework.returnInterviews : []
        for episode in journey.missingEpisodes where episode.kind != .away {
            // A return dated before the child went missing is no return.
            guard let returned = episode.until, returned >= episode.from else { continue }
            let tried = all.filter { $0.body.of == episode.id && $0.body.on >= returned }
            let answered = tried.filter(\.body.answers).min { ($0.body.on, $0.moment) < ($1.body.on, $1.moment) }
            if answered == nil, let interviews, !interviews.reaches(returned) {
                findings.notCheckable(
                    Self.self, "", because: "the child came back before return interviews were recorded here")
                continue
            }
            findings.duty(
                Self.self, about: episode.about(on: episode.from),
                from: Happened(on: returned, at: episode.body.returnedAt), withinHours: hours,
                standard: "return_interview_72h",
                met: answered.map {
                    Met(on: $0.body.on, at: $0.body.at, by: $0.evidence($0.body.outcome.rawValue, on: $0.body.on))
                },
                // Closing a referral answers nothing the child was not asked.
                stop: journey.stop(from: returned), evidence: [episode.evidence("returned", on: returned)],
                numbers: [tried.count])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let tried = concern.numbers.first ?? 0
        let said =
            tried == 0
            ? "no return interview was offered"
            : "no return interview was held in time, or declined to somebody independent with what was tried"
        return "Back since \(concern.clockStart.words), and as far as is recorded \(said)."
    }
}

extension Recorded where Body == ReturnInterview {
    /// One without its time comes after every other of its day.
    fileprivate var moment: Moment { body.at ?? Moment(milliseconds: .max) }
}
