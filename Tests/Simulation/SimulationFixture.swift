import Duties
import Foundation
import Simulation
import WorkingDays

/// A simulated council for tests: the shipped bank holidays, and the limits Sightline starts from.
enum SimulationFixture {
    static let referenceDay = day("2026-03-31")

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func council(
        seed: UInt64 = 1, children: Int = 400, years: Int = 3, on day: Day = referenceDay
    ) throws -> SimulatedCouncil {
        SimulatedCouncil(
            seed: seed, children: children, years: years, referenceDay: day, calendar: try calendar(), limits: limits)
    }

    static func calendar() throws -> WorkingCalendar {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Data/bank-holidays-england-and-wales.csv").standardizedFileURL
        var holidays: [Day: String] = [:]
        for line in try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if let day = Day(iso: cells[0]) { holidays[day] = String(cells[1]) }
        }
        return WorkingCalendar(holidays: holidays, years: 2005...2028)
    }

    static let limits = Limits([
        standard("assessment_45wd", .workingDays(45)), standard("s47_to_icpc_15wd", .workingDays(15)),
        standard("s47_outcome_local", .workingDays(15)), standard("cp_review_first_3m", .months(3)),
        standard("cp_review_next_6m", .months(6)), standard("cp_visit_local", .workingDays(10)),
        standard("cin_visit_local", .workingDays(20)), standard("cp_plan_long_flag", .months(24)),
        standard("cp_plan_repeat_flag", .months(24)), standard("rereferral_12m_flag", .months(12)),
        standard("lead_allocated_local", .workingDays(1)), standard("repeat_contacts_local", .months(12)),
        standard("closed_then_referred_again_local", .calendarDays(90)),
        standard("closed_unseen_local", .workingDays(20)), standard("assessment_started_local", .workingDays(2)),
        standard("plan_child_alone_local", .workingDays(30)), standard("in_need_plan_local", .workingDays(10)),
        standard("in_need_without_step_local", .months(12)), standard("worker_changes_local", .months(12)),
        standard("early_help_opened_local", .workingDays(10)), standard("caseload_local", count: 20),
        standard("caseload_newly_qualified_local", count: 12),
    ])

    private static func standard(_ id: LimitID, _ length: Allowance.Length? = nil, count: Int? = nil) -> Standard {
        Standard(
            id: id, title: id.text, allowance: length.map { Allowance($0) }, count: count, standing: .localPractice,
            source: "a test", verification: .memory, inForce: Period(from: day("2000-01-01")))
    }
}
