import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct LimitsTests {
    private static let named =
        Rules.all.flatMap { rule in rule.limits.map { (rule.code, $0) } }
        + CaseloadOver.limits.map { (CaseloadOver.code, $0) } + [("every rule", "escalates_after_local")]

    @Test func `every limit a rule names is shipped, with a number`() {
        for (code, id) in Self.named {
            #expect(Shipped.limits.has(id), "\(code) names \(id)")
            let standard = Shipped.limits.standard(id, on: "2026-03-03")
            #expect(standard?.allowance != nil || standard?.count != nil, "\(code) names \(id)")
        }
    }

    @Test func `what is shipped says who set it, how well that is known, and from when`() {
        for standard in Shipped.standards {
            #expect(!standard.source.isEmpty, "\(standard.id)")
            #expect(!standard.title.isEmpty, "\(standard.id)")
            if let until = standard.inForce.until { #expect(standard.inForce.from <= until, "\(standard.id)") }
            if let number = standard.allowance?.number { #expect(number >= 0, "\(standard.id)") }
        }
    }

    @Test func `standards of one id are never in force on the same day`() {
        for (id, rows) in Dictionary(grouping: Shipped.standards, by: \.id) where rows.count > 1 {
            let sorted = rows.sorted { $0.inForce.from < $1.inForce.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                #expect(earlier.inForce.until.map { $0 < later.inForce.from } ?? false, "\(id)")
            }
        }
    }

    @Test(
        arguments: [
            ("initial_assessment_7wd", "2009-06-01", 7), ("initial_assessment_7wd", "2010-03-31", 7),
            ("initial_assessment_7wd", "2010-04-01", nil), ("initial_assessment_10wd", "2010-03-31", nil),
            ("initial_assessment_10wd", "2010-04-01", 10), ("initial_assessment_10wd", "2013-04-14", 10),
            ("initial_assessment_10wd", "2013-04-15", nil), ("core_assessment_35wd", "2013-04-14", 35),
            ("core_assessment_35wd", "2013-04-15", nil), ("assessment_45wd", "2013-04-14", nil),
            ("assessment_45wd", "2013-04-15", 45), ("assessment_45wd", "2026-03-03", 45),
            ("s47_to_icpc_15wd", "2009-06-01", 15), ("s47_to_icpc_15wd", "2026-03-03", 15),
            ("cp_review_first_3m", "2026-03-03", 3), ("cp_review_next_6m", "2026-03-03", 6),
        ] as [(LimitID, Day, Int?)])
    func `a standard is the one in force on the day`(id: LimitID, day: Day, number: Int?) {
        #expect(Shipped.limits.allowance(id, on: day)?.number == number)
    }

    @Test func `a record older than every standard is held to the earliest`() {
        #expect(Shipped.limits.standard("rereferral_12m_flag", on: "2005-06-01")?.allowance == Allowance(.months(12)))
        #expect(Shipped.limits.standard("nobody-shipped-this", on: "2026-03-03") == nil)
        #expect(!Shipped.limits.has("nobody-shipped-this"))
    }

    @Test func `what Parliament has enacted and nobody has commenced holds nobody`() {
        for standard in Shipped.standards { #expect(standard.inForce.from <= "2026-11-21", "\(standard.id)") }
    }

    @Test func `a council sets its own limits, and only those`() throws {
        let limits = Limits(
            Shipped.standards, overrides: ["cp_visit_local": 5, "s47_to_icpc_15wd": 99, "assessment_45wd": 99])
        #expect(limits.allowance("cp_visit_local") == Allowance(.workingDays(5)))
        #expect(limits.standard("cp_visit_local", on: "2026-03-03")?.source == "Set by the council")
        #expect(limits.allowance("s47_to_icpc_15wd", on: "2026-03-03") == Allowance(.workingDays(15)))
        #expect(limits.allowance("assessment_45wd", on: "2026-03-03") == Allowance(.workingDays(45)))
        #expect(Set(limits.refused) == ["s47_to_icpc_15wd", "assessment_45wd"])
    }

    @Test func `a count of children can be set too`() {
        let limits = Limits(Shipped.standards, overrides: ["caseload_local": 16])
        #expect(limits.count("caseload_local") == 16)
        #expect(limits.count("caseload_newly_qualified_local") == 12)
        #expect(Shipped.limits.count("caseload_local") == 20)
    }

    @Test func `only local practice and what nobody has verified is a council's to set`() {
        for standard in Shipped.standards {
            let isTheirs = standard.standing == .localPractice || standard.verification == .memory
            #expect(standard.isCouncilsToSet == isTheirs, "\(standard.id)")
        }
    }
}
