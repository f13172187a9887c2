import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct EvaluatorTests {
    @Test func `a record leaves nobody unasked, and a full extract nobody but where only a record tells`() {
        #expect(Check(Child.ada, .record).blind.isEmpty)
        let asked = Rules.all.filter { rule in
            rule.limbs.contains { Cover.onlyRecorded.isDisjoint(with: $0.needs) }
        }
        let blind = Set(Check(Child.ada, .extract).blind.map { "\($0.code) \($0.limb)" })
        let onlyHere = Rules.all.flatMap { rule in
            rule.limbs.filter { !Cover.onlyRecorded.isDisjoint(with: $0.needs) }.map { "\(rule.code) \($0.name)" }
        }
        #expect(blind == Set(onlyHere))
        #expect(asked.count == 26)
    }

    @Test func `a census answers ten concerns, and says which limbs it cannot`() {
        let blind = Check(Child.ada, .census).blind
        let answered = Rules.all.filter { rule in
            !rule.limbs.allSatisfy { limb in blind.contains { $0.code == rule.code && $0.limb == limb.name } }
        }
        #expect(
            answered.map { $0.code.text } == [
                "re-referral", "assessment-not-started", "assessment-late", "enquiry-open", "conference-late",
                "review-conference-late", "plan-drift", "plan-again", "in-need-drift", "closed-too-soon",
            ])
        for limb in blind {
            #expect(limb.because.hasPrefix("the invented census does not say "))
            #expect(limb.because.count > "the invented census does not say ".count)
        }
    }

    @Test(arguments: CoveredFact.allCases)
    func `a source without a fact is blind to every limb that needs it, and to no other`(fact: CoveredFact) {
        let blind = Check(Child.ada, .record(without: [fact])).blind
        for rule in Rules.all {
            for limb in rule.limbs {
                let isBlind = blind.contains { $0.code == rule.code && $0.limb == limb.name }
                #expect(isBlind == limb.needs.contains(fact), "\(rule.code) \(limb.name)")
            }
        }
    }

    @Test(arguments: CoveredFact.allCases)
    func `no concern is found on a limb the source cannot answer`(fact: CoveredFact) {
        for child in Stories.all {
            let check = Check(child, .record(without: [fact]), workers: Stories.workers)
            for concern in check.concerns
            where concern.code != "child-unowned" || concern.limb == "no-lead" {
                // What is seen counts wherever it is seen: a worker who is recorded to have left has left.
                if Rules.rule(concern.code)?.runsOnWhatIsSeen ?? false { continue }
                #expect(
                    !check.blind.contains { $0.code == concern.code && $0.limb == concern.limb },
                    "\(concern.code) \(concern.limb)")
            }
        }
    }

    @Test func `a source that tells nothing finds nothing and says so for every limb`() {
        let nothing = Cover(source: "nothing", extents: [:], until: nil)
        for child in Stories.all {
            let check = Check(child, nothing, workers: Stories.workers)
            #expect(check.concerns.allSatisfy { Rules.rule($0.code)?.runsOnWhatIsSeen ?? false })
            #expect(check.blind.count == Rules.all.reduce(0) { $0 + $1.limbs.count })
        }
    }

    @Test func `findings are emptied from child to child`() {
        let setting = Setting(calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract)
        let evaluator = Evaluator(setting)
        var findings = Findings(setting)
        evaluator.evaluate(Stories.ada.journey, into: &findings)
        #expect(!findings.concerns.isEmpty)
        evaluator.evaluate(Journey(), into: &findings)
        #expect(findings.concerns.isEmpty)
        #expect(findings.notChecked.isEmpty)
    }
}
