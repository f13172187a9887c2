import ChildJourney
import Concerns
import Testing
import WorkingDays

/// A power begins on Tuesday 3 March 2026 at 15:00, or at an hour nobody recorded.
@Suite struct EmergencyPowerEndingTests {
    private func child(
        _ kind: EmergencyPowerKind, at minute: Int? = 900, ends: Day? = nil, decided: Day? = nil,
        _ decidedAt: Int? = nil
    ) -> Child {
        var ada = Child.ada
        var power = EmergencyPower(kind, beganOn: "2026-03-03")
        power.beganAt = minute.map { Moment(londonDay: "2026-03-03", minute: $0) }
        (power.endsOn, power.decidedOn) = (ends, decided)
        power.decidedAt = decided.flatMap { day in decidedAt.map { Moment(londonDay: day, minute: $0) } }
        ada.add(power)
        return ada
    }

    @Test(
        arguments: [
            (.policeProtection, 900, nil, "2026-03-05", 900), (.policeProtection, nil, nil, "2026-03-05", 0),
            (.policeProtection, 900, "2026-03-05", "2026-03-04", 0),
            (.policeProtection, 900, "2026-03-20", "2026-03-05", 900),
            (.emergencyProtectionOrder, 900, nil, "2026-03-10", 900),
            (.emergencyProtectionOrder, 900, "2026-03-07", "2026-03-06", 0),
            (.emergencyProtectionOrder, 900, "2026-03-18", "2026-03-17", 0),
        ] as [(EmergencyPowerKind, Int?, Day?, Day, Int)])
    func `it begins 24 hours before the power ends, at the law's limit or as ordered`(
        kind: EmergencyPowerKind, minute: Int?, ends: Day?, onset: Day, at: Int
    ) throws {
        let concern = try Check(child(kind, at: minute, ends: ends), .record).only("emergency-power-ending")
        #expect(concern.onset == onset)
        #expect(concern.dueAt == Moment(londonDay: onset, minute: at))
        #expect(concern.clearedOn == nil)
    }

    @Test(arguments: [(900, false), (901, true), (nil, true)] as [(Int?, Bool)])
    func `a decision is in time up to that moment, and one whose hour nobody recorded is not known to be`(
        at: Int?, late: Bool
    ) throws {
        let check = Check(child(.policeProtection, decided: "2026-03-05", at), .record)
        #expect(check.found("emergency-power-ending").count == (late ? 1 : 0))
        if late { #expect(try check.only("emergency-power-ending").clearedOn == "2026-03-05") }
    }

    @Test func `closing the referral ends nothing: the child is in the power all the same`() throws {
        var ada = child(.policeProtection)
        ada.add(
            Referral(receivedOn: "2026-03-03", noFurtherAction: false, closedOn: "2026-03-04", closureReason: "RC8"))
        #expect(try Check(ada, .record).only("emergency-power-ending").stands(on: "2026-03-20"))
    }
}

@Suite struct TransferInLateTests {
    @Test(
        arguments: [
            (nil, nil, true), ("2026-03-24", .transferIn, false), ("2026-03-25", .transferIn, true),
            ("2026-03-24", .initial, false), ("2026-03-24", .review, true), ("2026-03-02", .transferIn, true),
        ] as [(Day?, ConferenceKind?, Bool)])
    func `a conference is held within 15 working days of being told`(held: Day?, kind: ConferenceKind?, late: Bool)
        throws
    {
        var ada = Child.ada
        ada.add(TransferIn(toldOn: "2026-03-03", from: "Elsewhere"))
        if let held, let kind { ada.add(Conference(kind: kind, heldOn: held)) }
        let check = Check(ada, .record)
        #expect(check.found("transfer-in-late").count == (late ? 1 : 0))
        guard late else { return }
        let concern = try check.only("transfer-in-late")
        #expect(concern.onset == "2026-03-25" && concern.clearedOn == (held == "2026-03-25" ? held : nil))
    }
}
