import ChildJourney
import Concerns
import Testing
import WorkingDays

@Suite struct SeriousIncidentUnnotifiedTests {
    private func check(_ known: Day, notified: Day? = nil, died: Day? = nil) -> Check {
        var ada = died.map { Child("Ada", died: $0) } ?? .ada
        ada.add(
            Referral(
                receivedOn: "2026-03-03", noFurtherAction: false, decidedOn: "2026-03-03", closedOn: "2026-03-20",
                closureReason: "RC8"))
        var incident = SeriousIncident(on: known, knownOn: known, harm: died == nil ? .seriouslyHarmed : .died)
        incident.notifiedOn = notified
        ada.add(incident)
        return Check(ada, .record)
    }

    // Good Friday was 3 April and Easter Monday 6 April 2026.
    @Test(arguments: [("2026-03-09", "2026-03-16"), ("2026-04-01", "2026-04-10")] as [(Day, Day)])
    func `it is notified within five working days of the council knowing`(known: Day, due: Day) throws {
        let concern = try check(known).only("serious-incident-unnotified")
        #expect(concern.due == due && !concern.inToday)
        #expect(check(known, notified: due).found("serious-incident-unnotified").isEmpty)
        #expect(check(known, notified: due + 1).found("serious-incident-unnotified").map(\.clearedOn) == [due + 1])
    }

    @Test func `neither the child's death nor a closed case ends it`() throws {
        let concern = try check("2026-03-25", died: "2026-03-25").only("serious-incident-unnotified")
        #expect(concern.clearedOn == nil && concern.endedOn == nil)
    }
}
