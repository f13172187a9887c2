import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// Somebody went to see a child. What the visit is for follows from where the child stands on the day, so nobody is
/// asked.
package struct RecordVisit {
    /// A visit as it is told.
    package struct Told: Sendable {
        package var on: Day
        package var seen: Bool
        /// Nil: not told.
        package var seenAlone: Bool?
        package var place: VisitPlace?
        package var whyNotSeen: WhyNotSeen?
        package var childsWords: String?
        package var note: String?
        /// Minutes past midnight; nil where the time is not told.
        package var minute: Int?
        /// Told instead of the child's own seeing while the child is unborn.
        package var motherSeen: Bool?

        package init(
            on day: Day, seen: Bool, seenAlone: Bool? = nil, place: VisitPlace? = nil, whyNotSeen: WhyNotSeen? = nil,
            childsWords: String? = nil, note: String? = nil, minute: Int? = nil
        ) {
            self.on = day
            self.seen = seen
            self.seenAlone = seenAlone
            self.place = place
            self.whyNotSeen = whyNotSeen
            self.childsWords = childsWords
            self.note = note
            self.minute = minute
        }
    }

    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// Recording the same again under the same id changes nothing, so a form may be sent twice.
    package func callAsFunction(
        _ told: Told, id: RecordID, about child: SubjectID
    ) async throws(RecordingRefusal) {
        let journey = try await recorder.journey(of: child)
        let born = journey.person?.bornOn ?? told.on
        guard told.on <= recorder.now().londonDay, told.on >= born else { throw .dayNotPossible }
        guard told.seen || told.whyNotSeen != nil else { throw .reasonMissing }
        // In the hour that comes twice the later: a child is never said to have been seen sooner than is known.
        let at = told.minute.map { Moment.last(londonDay: told.on, minute: $0) }
        if let at, at > recorder.now() { throw .dayNotPossible }
        if told.seen || told.motherSeen == true, at == nil, journey.needsTime(ofVisitOn: told.on) { throw .timeMissing }
        if journey.isUnborn(on: told.on) {
            // Nobody sees a child who is unborn: what is recorded is whether the expectant mother was seen.
            let (purpose, plan) = journey.purposeOfVisit(on: told.on)
            var body = Visit(on: told.on, purpose: purpose, plan: plan, place: told.place, note: told.note)
            body.motherSeen = told.motherSeen ?? told.seen
            body.at = at
            body.whyNotSeen = body.motherSeen == true ? nil : told.whyNotSeen
            return try await recorder.record(body, id: id, about: child, as: .recordVisit)
        }
        let (purpose, plan) = journey.purposeOfVisit(on: told.on)
        var body = Visit(
            on: told.on, purpose: purpose, plan: plan, seen: told.seen,
            // A child who was not seen was not seen alone, and a reason belongs to not being seen.
            seenAlone: told.seen ? told.seenAlone : nil, place: told.place,
            whyNotSeen: told.seen ? nil : told.whyNotSeen, childsWords: told.seen ? told.childsWords : nil,
            note: told.note)
        body.at = at
        try await recorder.record(body, id: id, about: child, as: .recordVisit)
    }
}

extension Journey {
    /// Whether a clock in hours began on the day, or runs out on it: then a visit without its time is known neither to have
    /// been after the one nor before the other.
    package func needsTime(ofVisitOn day: Day) -> Bool {
        let begun = whenHarmWasAlleged.map(\.on) + enquiries.map(\.startedOn)
        return begun.contains { $0 == day || $0 == day - 1 }
    }

    /// What a visit on a day is for: the plan that ran then, the care, else the need.
    func purposeOfVisit(on day: Day) -> (VisitPurpose, RecordID?) {
        let running = protectionPlans.last { plan in
            plan.startedOn <= day && (plan.endedOn.map { day <= $0 } ?? true)
        }
        if let running { return (.childProtectionPlan, running.id) }
        if careEpisodes.contains(where: { $0.beganOn <= day && ($0.ceasedOn.map { day <= $0 } ?? true) }) {
            return (.care, nil)
        }
        if hasCasework, casework.privateFostering.contains(where: { $0.runs(on: day) }) {
            return (.privateFostering, nil)
        }
        let isInNeed = referrals.contains { referral in
            referral.isAccepted && referral.receivedOn <= day && (referral.closedOn.map { day <= $0 } ?? true)
        }
        return (isInNeed ? .childInNeed : .other, nil)
    }
}
