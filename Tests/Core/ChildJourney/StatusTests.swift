import ChildJourney
import Testing
import WorkingDays

@Suite struct StatusTests {
    @Test(
        arguments: [
            ("2026-03-02", [Status.closed]), ("2026-03-03", [.inNeed]), ("2026-03-31", [.inNeed]),
            ("2026-04-01", [.closed]),
        ] as [(Day, [Status])])
    func `a child is in need from the referral up to the day before closing`(day: Day, statuses: [Status]) {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2026-04-01")
        #expect(ada.journey.statuses(on: day) == statuses)
        #expect(ada.journey.isOpen(on: day) == (statuses == [.inNeed]))
    }

    @Test func `several statuses hold at once, care first`() {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.planned("2026-03-20", until: "2026-06-01")
        ada.cared("2026-04-01")
        #expect(ada.journey.statuses(on: "2026-03-20") == [.protectionPlan, .inNeed])
        #expect(ada.journey.statuses(on: "2026-04-01") == [.inCare, .protectionPlan, .inNeed])
        #expect(ada.journey.statuses(on: "2026-06-01") == [.inCare, .inNeed])
    }

    @Test(arguments: [(true, [Status.closed]), (false, [.inNeed]), (nil, [.inNeed])] as [(Bool?, [Status])])
    func `a referral is accepted unless it says that nothing followed`(nfa: Bool?, statuses: [Status]) {
        var ada = Child.ada
        ada.referred("2026-03-03", nfa: nfa)
        #expect(ada.journey.statuses(on: "2026-03-03") == statuses)
    }

    @Test func `a contact nobody decided keeps a child from being closed, but is not open`() {
        var ada = Child.ada
        ada.contacted("2026-03-03", nil)
        #expect(ada.journey.statuses(on: "2026-03-02") == [.closed])
        #expect(ada.journey.statuses(on: "2026-03-03") == [.contact])
        #expect(!ada.journey.isOpen(on: "2026-03-03"))
        ada.contacted("2026-03-04", .advice)
        #expect(ada.journey.statuses(on: "2026-03-04") == [.contact])
    }

    @Test func `an end dated before its beginning never makes a child closed`() {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2025-03-03")
        #expect(ada.journey.statuses(on: "2026-03-10") == [.inNeed])
        var ben = Child.ben
        ben.planned("2026-03-03", until: "2026-03-01")
        ben.cared("2026-03-03", until: "2016-03-03")
        #expect(ben.journey.statuses(on: "2026-03-10") == [.inCare, .protectionPlan])
    }

    @Test func `the lead on a day is the latest allocation that runs`() {
        var ada = Child.ada
        ada.led(by: "W1", "2026-03-01", until: "2026-03-10")
        ada.led(by: "W2", "2026-03-05")
        ada.led(by: "W3", "2026-03-06", as: .second)
        #expect(ada.journey.lead(on: "2026-02-28") == nil)
        #expect(ada.journey.lead(on: "2026-03-04")?.worker == "W1")
        #expect(ada.journey.lead(on: "2026-03-06")?.worker == "W2")
        var ben = Child.ben
        ben.led(by: "W1", "2026-03-01", until: "2026-03-10")
        #expect(ben.journey.lead(on: "2026-03-10")?.worker == "W1")
        #expect(ben.journey.lead(on: "2026-03-11") == nil)
    }

    @Test func `only a visit that says the child was seen is a sighting`() {
        var ada = Child.ada
        ada.visited("2026-03-01", seen: true, alone: true)
        ada.visited("2026-03-05", seen: true)
        ada.visited("2026-03-09", seen: nil, alone: true)
        ada.visited("2026-03-10", seen: false)
        #expect(ada.journey.lastSeen(on: "2026-03-20")?.on == "2026-03-05")
        #expect(ada.journey.lastSeen(on: "2026-03-04")?.on == "2026-03-01")
        #expect(ada.journey.lastSeen(on: "2026-02-28") == nil)
        #expect(ada.journey.lastSeenAlone(on: "2026-03-20")?.on == "2026-03-01")
    }

    @Test func `age is known from the day of birth`() {
        #expect(Child.ada.journey.age(on: "2015-05-03") == nil)
        #expect(Child.ada.journey.age(on: "2015-05-04") == 0)
        #expect(Child.ada.journey.age(on: "2026-05-03") == 10)
        #expect(Child.cleo.journey.age(on: "2026-05-03") == nil)
    }

    @Test func `cover tells a fact from its first day on`() {
        #expect(Cover.census.tells(.assessments, from: "2025-04-01"))
        #expect(!Cover.census.tells(.assessments, from: "2025-03-31"))
        #expect(Cover.extract.tells(.assessments, from: "1066-10-14"))
        #expect(!Cover.census.tells(.inNeedVisits))
        #expect(!Cover.census.tells([.referrals, .inNeedVisits]))
        for fact in CoveredFact.allCases { #expect(!fact.words.isEmpty) }
    }
}
