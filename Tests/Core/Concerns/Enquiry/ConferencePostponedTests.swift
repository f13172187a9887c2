import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ConferencePostponedTests {
    private let code: ConcernCode = "conference-postponed"

    private func postponed(held: Day? = nil, closed: Day? = nil) -> Child {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", closed: closed)
        ada.conferred(
            held, planned: "2026-03-20", referral: referral,
            postponed: [
                Postponement(
                    decidedOn: "2026-03-26", from: "2026-03-27", to: nil, reason: .inquorate),
                Postponement(
                    decidedOn: "2026-03-19", from: "2026-03-20", to: "2026-03-27", reason: .reportNotReady,
                    lateReport: "health report"),
            ])
        return ada
    }

    @Test func `a conference put off stands from the first decision, and each time is counted`() throws {
        let concern = try Check(postponed()).only(code)
        #expect(concern.onset == "2026-03-19")
        #expect(concern.about.key == "conference:2026-03-20")
        #expect(concern.numbers == [2])
        #expect(concern.evidence.map(\.says).contains("postponed: a report was not ready (health report)"))
        #expect(concern.level(on: "2027-03-20") == 2)
    }

    @Test(
        arguments: [("2026-03-19", "2026-03-19"), ("2026-04-01", "2026-04-01"), ("2026-03-01", nil)] as [(Day, Day?)])
    func `it clears when held, and not by a day before it was put off`(held: Day, cleared: Day?) throws {
        #expect(try Check(postponed(held: held)).only(code).clearedOn == cleared)
    }

    @Test func `one never put off is no concern`() {
        var ada = Child.ada
        ada.conferred(nil, planned: "2026-03-20")
        ada.conferred(nil, planned: "2026-03-21", postponed: [])
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `closing ends it, and a source without postponements cannot say`() throws {
        #expect(try Check(postponed(closed: "2026-06-01")).only(code).endedOn == "2026-06-01")
        #expect(Check(Child.ada, .extract(without: [.postponements])).blind.contains { $0.code == code })
    }
}
