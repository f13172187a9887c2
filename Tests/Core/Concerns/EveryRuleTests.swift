import ChildJourney
import Concerns
import Duties
import Standards
import Testing
import WorkingDays

@Suite struct EveryRuleTests {
    private let catalogue: [CatalogueRow] = (try? Shipped.folder.catalogue()) ?? []

    @Test func `there are 67 rules, each the catalogue's row of its name`() throws {
        #expect(Rules.all.count == 67)
        for rule in Rules.all {
            let row = try #require(catalogue.first { $0.code == rule.code }, "\(rule.code)")
            #expect(row.kind == rule.kind, "\(rule.code)")
            #expect(row.level == rule.level, "\(rule.code)")
            #expect(row.inToday == rule.inToday, "\(rule.code)")
            #expect(Rules.rule(rule.code)?.code == rule.code)
        }
        #expect(Set(Rules.all.map { $0.code.text }).count == 67)
        #expect(Rules.rule("no-such-concern") == nil)
    }

    @Test func `closed too soon runs last, because it looks at what the others found`() {
        #expect(Rules.all.last?.code == ClosedTooSoon.code)
    }

    @Test func `every limb says what it needs, and no two are called the same`() {
        for rule in Rules.all {
            #expect(!rule.limbs.isEmpty)
            #expect(Set(rule.limbs.map(\.name)).count == rule.limbs.count)
            for limb in rule.limbs { #expect(!limb.needs.isEmpty, "\(rule.code)") }
        }
    }

    @Test func `no words of a rule promise that a child is well`() {
        for rule in Rules.all {
            let words = rule.words
            for text in [words.title, words.rule, words.clears, words.whoCanAct] {
                #expect(!text.isEmpty)
                #expect(!promises(text), "\(rule.code): \(text)")
            }
        }
    }

    @Test func `every concern says why with a date, and where its rule comes from`() throws {
        var said: Set<String> = []
        for child in Stories.all {
            let check = Check(child, .record, workers: Stories.workers)
            for concern in check.concerns {
                said.insert(concern.code.text)
                let explanation = try #require(concern.explanation(on: "2027-06-01", check.setting))
                #expect(explanation.why.contains { $0.isNumber }, "\(concern.code) \(concern.limb): \(explanation.why)")
                #expect(!explanation.why.contains("not known"), "\(concern.code): \(explanation.why)")
                #expect(!explanation.source.isEmpty)
                #expect(explanation.source.contains("(") || concern.standard == nil, "\(concern.code)")
                #expect(explanation.arithmetic.contains { $0.contains(concern.onset.words) })
                #expect((explanation.standard != nil) == (concern.standard != nil), "\(concern.code)")
                for text in [explanation.why] + explanation.arithmetic { #expect(!promises(text), "\(text)") }
                #expect(!concern.evidence.isEmpty, "\(concern.code) rests on nothing")
                #expect(concern.evidence.allSatisfy { $0.place > 0 }, "\(concern.code)")
            }
        }
        let unsaid = Rules.all.map { $0.code.text }.filter { !said.contains($0) }
        #expect(unsaid.isEmpty)
    }

    @Test func `the arithmetic shows the clock, the days of rest and how far over it is`() throws {
        var ada = Child.ada
        ada.referred("2026-04-01")
        let check = Check(ada)
        let concern = try check.only("assessment-not-started")
        let lines = try #require(concern.explanation(on: "2026-04-10", check.setting)).arithmetic
        #expect(
            lines == [
                "Clock started Wed 1 Apr 2026. 2 working days: due by Tue 7 Apr 2026.",
                "Bank holidays not counted: Fri 3 Apr 2026 (Good Friday), Mon 6 Apr 2026 (Easter Monday).",
                "It has stood from Wed 8 Apr 2026.", "On Fri 10 Apr 2026 it is 3 days over, 3 of them working days.",
            ])
    }

    @Test func `what has not happened by the day is not told as having happened`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2026-06-01")
        ada.assessed("2026-03-20")
        let check = Check(ada)
        let cleared = try check.only("assessment-not-started")
        func told(_ day: Day) -> [String] { cleared.explanation(on: day, check.setting)?.arithmetic ?? [] }
        #expect(!told("2026-03-19").contains { $0.contains("Cleared") || $0.contains("Ended") })
        #expect(told("2026-03-20").contains("Cleared Fri 20 Mar 2026."))
        let ended = try #require(check.found("in-need-child-unseen").first)
        func end(_ day: Day) -> Bool {
            (ended.explanation(on: day, check.setting)?.arithmetic ?? [])
                .contains("Ended Mon 1 Jun 2026, unmet: the episode was closed.")
        }
        #expect(!end("2026-05-31"))
        #expect(end("2026-06-01"))
    }

    @Test func `a concern of a rule that is gone has no explanation`() {
        let gone = RankingTests.concern(.late, level: 2, code: "no-such-concern")
        let check = Check(Child.ada)
        #expect(gone.explanation(on: "2026-06-01", check.setting) == nil)
    }

    private func promises(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let isSafe = words.enumerated().contains { index, word in
            word == "safe" && !(index > 0 && words[index - 1] == "not") && !words[..<index].contains("not")
        }
        return isSafe || text.lowercased().contains("no concerns") || text.lowercased().contains("all clear")
    }
}
