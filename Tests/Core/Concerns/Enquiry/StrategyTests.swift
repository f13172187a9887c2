import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// The three checks of strategy discussions.
@Suite struct StrategyTests {
    private func child(_ discussions: [(Day, [Agency]?)], enquiry: Day? = nil) -> Child {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", noFurtherAction: false, harmAlleged: true, decidedOn: "2026-03-02"))
        for (day, present) in discussions {
            var body = StrategyDiscussion(heldOn: day)
            body.present = present
            ada.add(body)
        }
        if let enquiry { ada.enquired(enquiry) }
        return ada
    }

    private let all: [Agency] = [.socialCare, .police, .health]

    @Test(
        arguments: [
            ([], "2026-03-04", nil), (["2026-03-05"], "2026-03-04", "2026-03-05"), (["2026-02-20"], "2026-03-04", nil),
        ] as [([Day], Day, Day?)])
    func `an enquiry without a discussion before it stands until one is held`(held: [Day], enquiry: Day, cleared: Day?)
        throws
    {
        let concern = try Check(child(held.map { ($0, all) }, enquiry: enquiry), .record).only("strategy-missing")
        #expect(concern.onset == enquiry && concern.clearedOn == cleared)
    }

    @Test(arguments: ["2026-03-03", "2026-03-04"] as [Day])
    func `one held up to the day the enquiry began is there`(held: Day) {
        #expect(Check(child([(held, all)], enquiry: "2026-03-04"), .record).found("strategy-missing").isEmpty)
    }

    @Test(
        arguments: [
            ([.socialCare, .police, .health], 0), ([.socialCare, .police], 1), ([.police, .health, .education], 1),
            ([.socialCare, .police, .health, .education], 0), ([], 1),
        ] as [([Agency], Int)])
    func `police, health and social care are there`(present: [Agency], found: Int) {
        #expect(Check(child([("2026-03-03", present)]), .record).found("strategy-without-partners").count == found)
    }

    @Test func `held again with all of them it is cleared, and names who was away until then`() throws {
        let check = Check(child([("2026-03-03", [.socialCare]), ("2026-03-05", all)]), .record)
        let concern = try check.only("strategy-without-partners")
        #expect(concern.clearedOn == "2026-03-05")
        #expect(concern.explanation(on: "2026-03-04", check.setting)?.why.contains("police, health") == true)
    }

    @Test func `one about which nobody says who took part is not taken for one without partners`() {
        #expect(Check(child([("2026-03-03", nil)]), .record).found("strategy-without-partners").isEmpty)
    }

    @Test func `decision and actions are written down by the end of the next working day`() throws {
        let check = Check(child([("2026-03-06", all)]), .record)
        let concern = try check.only("strategy-unwritten")
        #expect(concern.due == "2026-03-09" && concern.onset == "2026-03-10")
        func written(_ on: Day) -> Check {
            var body = StrategyDiscussion(heldOn: "2026-03-06")
            (body.present, body.decision, body.actions) = (all, .assessment, "Visit tomorrow")
            body.writtenOn = on
            var ada = Child.ada
            ada.add(body)
            return Check(ada, .record)
        }
        #expect(written("2026-03-09").found("strategy-unwritten").isEmpty)
        #expect(try written("2026-03-10").only("strategy-unwritten").clearedOn == "2026-03-10")
    }
}

@Suite struct LaterEnquiryTests {
    @Test func `a visit and a discussion of an earlier occasion answer nothing for a later enquiry`() throws {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-01-05", noFurtherAction: false, decidedOn: "2026-01-05"))
        var discussion = StrategyDiscussion(heldOn: "2026-01-06")
        discussion.present = [.socialCare, .police, .health]
        ada.add(discussion)
        ada.visited("2026-01-07", .childInNeed, seen: true)
        ada.add(Section47Enquiry(startedOn: "2026-01-06", endedOn: "2026-02-02", outcome: .services))
        ada.add(Section47Enquiry(startedOn: "2026-10-05"))
        let check = Check(ada, .record)
        #expect(check.found("strategy-missing").map(\.onset) == ["2026-10-05"])
        // The first was answered the next day, at a time nobody wrote down: late, and over.
        #expect(check.found("enquiry-child-unseen").map(\.clearedOn) == ["2026-01-07", nil])
        #expect(check.found("enquiry-child-unseen").map(\.onset) == ["2026-01-07", "2026-10-06"])
    }

    @Test func `a birth nobody recorded is not checkable, and not silence`() {
        var cleo = Child("Cleo", born: nil, expected: "2026-05-01")
        cleo.add(Referral(receivedOn: "2026-09-01", harmAlleged: true))
        cleo.add(Section47Enquiry(startedOn: "2026-09-02"))
        let check = Check(cleo, .record)
        #expect(check.unchecked("harm-alleged-unseen").count == 1)
        #expect(check.unchecked("enquiry-child-unseen").count == 1)
    }
}

@Suite struct EnquiryChildUnseenTests {
    @Test(
        arguments: [
            (nil, nil, 1), ("2026-03-03", nil, 0), ("2026-03-04", nil, 0), ("2026-03-05", nil, 1),
            ("2026-03-06", nil, 1), ("2026-03-02", nil, 1), (nil, "2026-03-20", 1),
        ] as [(Day?, Day?, Int)])
    func
        `without times the clock runs from the start of the day, and a visit of the allegation's own day answers nothing`(
            visit: Day?, ended: Day?, found: Int
        ) throws
    {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", harmAlleged: true))
        // Nobody knows whether a visit of 2 March came before the harm was alleged.
        let answers = visit.map { $0 > "2026-03-02" } ?? false
        var enquiry = Section47Enquiry(startedOn: "2026-03-04", endedOn: ended)
        enquiry.childSeen = ended == nil ? nil : true
        ada.add(enquiry)
        if let visit { ada.visited(visit, .other, seen: true) }
        let check = Check(ada, .record)
        #expect(check.found("enquiry-child-unseen").count == found)
        if let concern = check.found("enquiry-child-unseen").first {
            #expect(concern.onset == "2026-03-05" && concern.clearedOn == (answers ? visit : ended))
        }
    }
}
