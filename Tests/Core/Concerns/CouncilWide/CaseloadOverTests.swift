import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct CaseloadOverTests {
    private func found(
        _ children: Int, on day: Day = "2026-03-03", newlyQualified: Bool? = nil, isListed: Bool = true,
        _ story: (inout Child, Int) -> Void = { child, _ in child.led(by: "W1", "2026-03-01") }
    ) -> [ServiceConcern] {
        var caseload = CaseloadOver()
        for number in 0..<children {
            var child = Child("Child \(number)")
            story(&child, number)
            caseload.add(child.journey)
        }
        let workers = isListed ? ["W1": Worker(newlyQualified: newlyQualified)] : [:]
        let setting = Setting(
            calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract, workforce: Workforce(workers: workers))
        return caseload.found(on: day, setting)
    }

    @Test(
        arguments: [
            (20, nil, 0), (21, nil, 1), (12, true, 0), (13, true, 1), (13, false, 0), (20, false, 0), (21, false, 1),
        ] as [(Int, Bool?, Int)])
    func `a worker may lead for twenty children, newly qualified for twelve`(children: Int, new: Bool?, count: Int) {
        #expect(found(children, newlyQualified: new).count == count)
    }

    @Test func `it says who, since when, how many and the limit`() throws {
        let concern = try #require(found(21).first)
        #expect(concern.subject == "W1")
        #expect(concern.onset == "2026-03-01")
        #expect(concern.code == "caseload-over")
        #expect(concern.why == "Leads for 21 children; the limit is 20.")
        #expect(!concern.source.isEmpty)
    }

    @Test(arguments: [("2026-03-10", 1), ("2026-03-11", 0), ("2026-02-28", 0)] as [(Day, Int)])
    func `an allocation holds the child through its last day`(day: Day, count: Int) {
        let over = found(21, on: day) { child, number in
            child.led(by: "W1", "2026-03-01", until: number == 0 ? "2026-03-10" : nil)
        }
        #expect(over.count == count)
    }

    @Test func `it stands since the day it last went over`() {
        let over = found(22, on: "2026-06-01") { child, number in
            switch number {
            case 0: child.led(by: "W1", "2026-03-01", until: "2026-03-31")
            case 1: child.led(by: "W1", "2026-05-01")
            default: child.led(by: "W1", "2026-01-05")
            }
        }
        #expect(over.map(\.onset) == ["2026-05-01"])
    }

    @Test func `a handover on one day is no bulge`() {
        let over = found(21, on: "2026-04-01") { child, number in
            child.led(by: "W1", number == 0 ? "2026-04-01" : "2026-01-05", until: number == 1 ? "2026-03-31" : nil)
        }
        #expect(over.isEmpty)
    }

    @Test func `the same child twice is one child`() {
        let over = found(20) { child, number in
            child.led(by: "W1", "2026-03-01")
            if number == 0 { child.led(by: "W1", "2026-03-02") }
        }
        #expect(over.isEmpty)
    }

    @Test func `an end before the beginning ends nothing`() {
        let over = found(21) { child, _ in child.led(by: "W1", "2026-03-01", until: "2025-03-01") }
        #expect(over.count == 1)
    }

    @Test func `a worker the source does not list is held to the limit for everybody`() {
        #expect(found(20, isListed: false).isEmpty)
        #expect(found(21, isListed: false).count == 1)
    }

    @Test func `second workers and nobody at all carry no cases`() {
        #expect(found(30) { child, _ in child.led(by: "W1", "2026-03-01", as: .second) }.isEmpty)
        #expect(found(30) { child, _ in child.led(by: nil, "2026-03-01") }.isEmpty)
    }

    @Test func `caseloads counted apart and merged are the same`() {
        var first = CaseloadOver()
        var second = CaseloadOver()
        for number in 0..<21 {
            var child = Child("Child \(number)")
            child.led(by: "W1", "2026-03-01", until: "2026-05-01")
            if number < 11 { first.add(child.journey) } else { second.add(child.journey) }
        }
        first.merge(second)
        let setting = Setting(
            calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract,
            workforce: Workforce(workers: ["W1": Worker()]))
        #expect(first.found(on: "2026-05-01", setting).count == 1)
        #expect(first.found(on: "2026-05-02", setting).isEmpty)
    }
}
