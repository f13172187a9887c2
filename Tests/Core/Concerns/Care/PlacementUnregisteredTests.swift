import ChildJourney
import Concerns
import Testing
import WorkingDays

@Suite struct PlacementUnregisteredTests {
    private func check(
        _ setting: UnregisteredSetting, from began: Day, until ended: Day? = nil, born: Day = "2012-06-01",
        closed: Day? = nil
    ) -> Check {
        var ada = Child("Ada", born: born)
        ada.add(
            Referral(
                receivedOn: "2019-01-07", noFurtherAction: false, decidedOn: "2019-01-07", closedOn: closed,
                closureReason: closed == nil ? nil : "RC8"))
        var placement = UnregisteredPlacement(setting, beganOn: began)
        (placement.endedOn, placement.why) = (ended, "No other bed was found")
        ada.add(placement)
        return Check(ada, .record)
    }

    @Test func `it stands from the day the child was placed, and a reason clears nothing`() throws {
        let concern = try check(.childrensHome, from: "2026-03-02").only("placement-unregistered")
        #expect(concern.onset == "2026-03-02" && concern.clearedOn == nil && concern.ending == .turned18)
        #expect(concern.baseLevel == 1 && concern.inToday)
    }

    @Test func `it clears when the child has moved or the provider is registered, and not when the case is closed`()
        throws
    {
        let moved = try check(.childrensHome, from: "2026-03-02", until: "2026-03-05").only("placement-unregistered")
        #expect(moved.clearedOn == "2026-03-05")
        let closed = try check(.childrensHome, from: "2026-03-02", closed: "2026-03-10").only("placement-unregistered")
        #expect(closed.clearedOn == nil && closed.endedOn == "2030-06-01")
    }

    @Test func `what somebody recorded is shown where a source does not tell of placements as a whole`() throws {
        var cover = Cover.record
        cover.extents[.unregisteredPlacements] = nil
        var ada = Child.ada
        ada.add(UnregisteredPlacement(.childrensHome, beganOn: "2026-03-02"))
        #expect(Check(ada, cover).found("placement-unregistered").map(\.onset) == ["2026-03-02"])
    }

    @Test func `an end before the beginning ends nothing`() throws {
        let concern = try check(.childrensHome, from: "2026-03-02", until: "2026-03-01").only("placement-unregistered")
        #expect(concern.clearedOn == nil && concern.endedOn == "2030-06-01")
    }

    // Regulation 27A holds for who was placed from 9 September 2021, regulation 27C from 28 October 2023.
    @Test(
        arguments: [
            (.supportedAccommodation, "2023-06-01", nil, "2007-01-15", "2023-10-28"),
            (.supportedAccommodation, "2023-10-27", nil, "2007-01-15", "2023-10-28"),
            (.supportedAccommodation, "2023-10-29", nil, "2007-01-15", "2023-10-29"),
            (.supportedAccommodation, "2023-06-01", "2023-10-28", "2007-01-15", nil),
            (.supportedAccommodation, "2023-06-01", "2023-10-29", "2007-01-15", "2023-10-28"),
            (.supportedAccommodationUnder16, "2021-09-08", nil, "2012-06-01", "2021-09-09"),
            (.supportedAccommodationUnder16, "2021-03-08", "2021-09-09", "2012-06-01", nil),
            (.supportedAccommodationUnder16, "2021-09-09", nil, "2012-06-01", "2021-09-09"),
            (.childrensHome, "2019-03-01", nil, "2012-06-01", "2019-03-01"),
        ] as [(UnregisteredSetting, Day, Day?, Day, Day?)])
    func `what was lawful is no concern before the law changed`(
        setting: UnregisteredSetting, began: Day, ended: Day?, born: Day, onset: Day?
    ) {
        let found = check(setting, from: began, until: ended, born: born).found("placement-unregistered")
        #expect(found.map(\.onset) == [onset].compactMap(\.self))
    }

    @Test(
        arguments: [
            (.supportedAccommodationUnder16, "2010-04-01", "2028-04-01"), (.childrensHome, "2008-04-01", "2026-04-01"),
            (.supportedAccommodation, "2008-04-01", "2026-04-01"),
        ] as [(UnregisteredSetting, Day, Day)])
    func `an 18th birthday ends it, and a 16th does not: it registers nobody`(
        setting: UnregisteredSetting, born: Day, ended: Day
    ) throws {
        let concern = try check(setting, from: "2026-03-02", born: born).only("placement-unregistered")
        #expect(concern.endedOn == ended && concern.clearedOn == nil)
    }
}
