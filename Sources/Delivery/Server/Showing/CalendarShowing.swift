import API
import AccessRules
import ChildJourney
import Concerns
import Crypto
import RecordKeeping
import WorkingDays

/// What is due for the children somebody holds, as their calendar shows it: no name, no place and no number of a child.
struct CalendarShowing {
    /// (L) How far ahead it looks, in days: what is planned falls due again before then.
    static let daysAhead = 60

    private let token: SecretToken
    private let address: String
    private let madeAt: Moment

    init(_ token: SecretToken, address: String, at moment: Moment) {
        self.token = token
        self.address = address
        madeAt = moment
    }

    /// What a calendar calls it, and its day; nil for what is no visit, review, conference or core group.
    static func event(_ concern: Concern) -> (summary: String, on: Day)? {
        switch concern.code {
        case PlanChildUnseen.code, InNeedChildUnseen.code, EnquiryChildUnseen.code, AssessmentChildUnseen.code,
            HarmAllegedUnseen.code:
            concern.due.map { ("Visit due", $0) }
        case InNeedReviewLate.code: concern.due.map { ("Plan review due", $0) }
        case ReviewConferenceLate.code: concern.due.map { ("Review conference due", $0) }
        case ConferenceLate.code: concern.due.map { ("Conference due", $0) }
        case CoreGroupLate.code: concern.due.map { ("Core group due", $0) }
        // Missing once nobody says what became of it; its clock starts on the day that is planned.
        case PlannedNotRecorded.code: ("Conference planned", concern.clockStart)
        default: nil
        }
    }

    /// `overdue` says whether anything is missing already: on which day it should have been done is on My work.
    func calendar(
        _ lines: [RecordKeeping.ConcernLine], planned: [ListedPlannedVisit] = [], overdue: Bool
    ) -> [UInt8] {
        var text = CalendarText(name: "Sightline: work due", madeAt: madeAt)
        if overdue {
            text.event(
                id: id(["overdue"]), on: madeAt.londonDay, summary: "Work overdue", description: Self.description,
                address: address)
        }
        for line in lines {
            guard let event = Self.event(line.concern) else { continue }
            let concern = line.concern
            text.event(
                id: id([
                    line.child.text, concern.code.text, concern.limb, concern.about.key, concern.about.id.text,
                    concern.clockStart.description,
                ]), on: event.on, summary: event.summary, description: Self.description, address: address)
        }
        for visit in planned {
            text.event(
                id: id([visit.child.child.text, "planned-visit", visit.visit.record.text]), on: visit.visit.on,
                summary: ["Visit planned", visit.visit.timeWords].compactMap { $0 }.joined(separator: " "),
                description: Self.description, address: address)
        }
        return text.bytes
    }

    private static let description =
        "Open My work in Sightline to see for whom. The day is as it was when this was read."

    /// The same each time, and nothing can be guessed back from it without the address itself.
    private func id(_ parts: [String]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(parts.joined(separator: "\u{1F}").utf8), using: SymmetricKey(data: token.bytes))
        return "\(HexText.encode(Array(code.prefix(16))))@sightline"
    }
}
