import ChildJourney
import Concerns
import Testing
import WorkingDays

/// What is settled is written when it is written, whatever day is typed for it.
@Suite struct SettledLaterTests {
    /// Recorded on Tuesday 3 March 2026 at 15:00; what follows is written on the days and minutes given.
    private func told<Body: EntryBody>(_ first: Body, _ then: [(Body, Day, Int)]) -> Check {
        let day: Day = "2026-03-03"
        let entries = ([(first, day, 900)] + then).enumerated().map { place, told in
            JourneyEntry(
                sequence: Int64(place + 1), id: "X1", body: told.0,
                recordedAt: Moment(londonDay: told.1, minute: told.2))
        }
        return Check(History(entries: entries).journey(), .record)
    }

    private func power(_ decided: Day? = nil, _ at: Int? = nil) -> EmergencyPower {
        var power = EmergencyPower(.policeProtection, beganOn: "2026-03-03")
        power.beganAt = Moment(londonDay: "2026-03-03", minute: 900)
        power.decidedOn = decided
        power.decidedAt = decided.flatMap { day in at.map { Moment(londonDay: day, minute: $0) } }
        return power
    }

    @Test(
        arguments: [
            // typed for, at; written on, at; cleared
            ("2026-03-04", nil, "2026-03-04", 1_000, nil), ("2026-03-04", nil, "2026-03-20", 600, "2026-03-20"),
            ("2026-03-05", 900, "2026-03-05", 900, nil), ("2026-03-05", 800, "2026-03-05", 901, "2026-03-05"),
            ("2026-03-06", 600, "2026-03-20", 600, "2026-03-20"),
        ] as [(Day, Int?, Day, Int, Day?)])
    func `a decision typed for a day before the power ended clears it on the day it is written`(
        typed: Day, at: Int?, written: Day, minute: Int, cleared: Day?
    ) throws {
        let found = told(power(), [(power(typed, at), written, minute)]).found("emergency-power-ending")
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
        if let concern = found.first { #expect(concern.onset == "2026-03-05") }
    }

    @Test func `what is recorded whole in one form never stood, and its typed day counts`() {
        #expect(told(power("2026-03-04"), []).found("emergency-power-ending").isEmpty)
    }

    private func alleged(_ referred: Day? = nil, _ outcome: String? = nil) -> ProfessionalAllegation {
        var body = ProfessionalAllegation(on: "2026-03-03", about: "A teaching assistant", what: "Hit")
        (body.referredOn, body.outcome) = (referred, outcome)
        return body
    }

    @Test(
        arguments: [("2026-03-04", nil), ("2026-03-05", "2026-03-05"), ("2026-03-20", "2026-03-20")] as [(Day, Day?)])
    func `the designated officer told in time is written in time, and what came of it later changes nothing`(
        written: Day, cleared: Day?
    ) {
        let check = told(
            alleged(), [(alleged("2026-03-03"), written, 600), (alleged("2026-03-03", "Unfounded"), "2026-04-20", 600)])
        #expect(check.found("allegation-not-referred").map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `what was taken back is settled when it is settled anew`() {
        let check = told(
            alleged(),
            [
                (alleged("2026-03-03"), "2026-03-04", 600), (alleged(), "2026-03-05", 600),
                (alleged("2026-03-03"), "2026-03-20", 600),
            ])
        #expect(check.found("allegation-not-referred").map(\.clearedOn) == ["2026-03-20"])
    }

    @Test(arguments: [("2026-03-10", nil), ("2026-03-20", "2026-03-20")] as [(Day, Day?)])
    func `an escalation's answer typed for a day gone by clears it on the day it is written`(
        written: Day, cleared: Day?
    ) {
        let raised = Escalation(on: "2026-03-03", by: .chair, to: "ana", what: "No visit")
        var answered = raised
        answered.answeredOn = "2026-03-04"
        let found = told(raised, [(answered, written, 600)]).found("escalation-unanswered")
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `a conference agreed on paper for a day gone by leaves the request standing`() throws {
        var raised = Escalation(on: "2026-03-03", by: .partner, to: "ana", what: "A conference")
        (raised.wantsConference, raised.isBackedBySenior) = (true, true)
        var agreed = raised
        (agreed.answeredOn, agreed.isAgreed) = ("2026-03-04", true)
        let check = told(raised, [(agreed, "2026-03-20", 600)])
        #expect(try check.only("conference-not-called").limb == "requested")
        #expect(try check.only("conference-not-called").stands(on: "2026-03-23"))
    }
}
