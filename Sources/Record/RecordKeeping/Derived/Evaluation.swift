import AccessRules
import ChildJourney
import Concerns
import Duties
import Measures
import Retention
import WorkingDays

/// Makes a child's derived rows from the child's history: the one pure function everything kept besides entries comes
/// from, whether at an append, in a load or when all of it is made again.
package struct Evaluation: Sendable {
    /// Finds the concerns of one journey.
    package typealias Finding = @Sendable (Journey, inout Findings) -> Void

    package let setting: Setting
    package let retention: RetentionSchedule
    /// What the source's measures are taken with.
    package let measures: MeasureTaker
    private let source: String
    private let find: Finding

    /// `source` is the name in front of the ids the record was loaded under.
    package init(
        _ setting: Setting, source: SourceName, retention: RetentionSchedule = RetentionSchedule(),
        finding: @escaping Finding
    ) {
        self.setting = setting
        self.retention = retention
        measures = MeasureTaker(setting)
        self.source = source.text
        self.find = finding
    }

    /// With every rule of the catalogue.
    package init(_ setting: Setting, source: SourceName, retention: RetentionSchedule = RetentionSchedule()) {
        let evaluator = Evaluator(setting)
        self.init(setting, source: source, retention: retention) { evaluator.evaluate($0, into: &$1) }
    }

    /// `surroundings` is what is recorded about the people around the child now, `withholding` what must not be told of the
    /// child.
    package func derive(
        _ child: SubjectID, _ history: History, _ surroundings: Surroundings = Surroundings(),
        _ withholding: Withholding = Withholding()
    ) -> DerivedRows {
        var journey = history.journey()
        if !surroundings.isEmpty { journey.family = surroundings.family() }
        var findings = Findings(setting)
        find(journey, &findings)
        findings.keepWhatStandsApart(history, in: journey, finding: find)
        var concerns = findings.concerns.map { derived($0, in: journey) }
        concerns += goneFromSource(history)
        let joined = history.joinedFrom
        var keys = SearchKeys(child, journey, withholding)
        keys.others = Set(keys.others + joined.map(SearchKeys.id)).sorted()
        let reads = joined.reduce(into: reads(journey, surroundings)) {
            $0.insert(.child(SubjectID(source: source, local: $1)))
        }
        var rows = DerivedRows(
            summary: ChildSummary(journey), concerns: concerns.sorted(by: Evaluation.inOrder),
            notChecked: Evaluation.once(findings.notChecked + erased(history, surroundings)),
            keys: keys, reads: reads,
            keepUntil: retention.verdict(history).keepUntil)
        rows.measureCases = measures.take(journey, rows.concerns.map(\.concern))
        rows.plannedVisits = journey.openPlannedVisits.map(PlannedVisitRow.init)
        return rows
    }

    /// What was erased may have been what a rule looks for. What is found stands all the same: nothing becomes clear by erasing.
    private func erased(_ history: History, _ surroundings: Surroundings) -> [NotChecked] {
        if !history.erased.isEmpty {
            return Rules.all.map {
                NotChecked(code: $0.code, limb: "", because: "part of this record was erased with authority")
            }
        }
        guard (surroundings.children + surroundings.adults).contains(where: { !$0.history.erased.isEmpty }) else {
            return []
        }
        return Rules.all.filter { rule in rule.limbs.contains { $0.needs.contains(.family) } }.map {
            NotChecked(
                code: $0.code, limb: "", because: "part of a record this child belongs with was erased with authority")
        }
    }

    /// Concerns about records the source no longer has: they stand as they would if it still had them.
    private func goneFromSource(_ history: History) -> [DerivedConcern] {
        let withdrawn = history.withdrawn
        guard !withdrawn.isEmpty else { return [] }
        let before = history.journey(keepingWithdrawn: true)
        var findings = Findings(setting)
        find(before, &findings)
        return findings.concerns.compactMap { concern in
            guard withdrawn.contains(.init(kind: concern.about.kind, id: concern.about.id)) else { return nil }
            var kept = concern
            kept.noLongerInSource = true
            return derived(kept, in: before)
        }
    }

    private func derived(_ concern: Concern, in journey: Journey) -> DerivedConcern {
        let isTold = setting.cover.until.map { concern.onset <= $0 } ?? true
        return DerivedConcern(concern, harmAlleged: journey.isHarmAlleged(for: concern), isTold: isTold)
    }

    private func reads(_ journey: Journey, _ surroundings: Surroundings) -> Set<Subject> {
        var reads: Set<Subject> = []
        func worker(_ id: String?) {
            if let id { reads.insert(Subject(.worker, SubjectID(source: source, local: id))) }
        }
        func team(_ id: String?) {
            if let id { reads.insert(Subject(.team, SubjectID(source: source, local: id))) }
        }
        for allocation in journey.allocations {
            worker(allocation.worker)
            team(allocation.team)
        }
        for adult in journey.family.adults {
            reads.insert(.adult(SubjectID(source: source, local: adult.id)))
            // Whether a mother who is a child herself is restricted decides what an unborn child is called.
            for said in adult.journey.casework.samePersons {
                reads.insert(.child(SubjectID(source: source, local: said.body.child)))
            }
        }
        for other in journey.family.children {
            reads.insert(.child(SubjectID(source: source, local: other.id)))
        }
        // What is withheld for somebody whose tie was sealed goes on being withheld here.
        for other in surroundings.onceTied {
            reads.insert(.child(SubjectID(source: source, local: other.id)))
        }
        for referral in journey.referrals {
            worker(referral.worker)
            team(referral.team)
        }
        // So that a worker's own figures find whom they count.
        for assessment in journey.assessments { worker(assessment.worker) }
        for enquiry in journey.enquiries { worker(enquiry.body.worker) }
        return reads
    }

    /// Each reason once a child, however many records it came from.
    private static func once(_ limbs: [NotChecked]) -> [NotChecked] {
        var seen: Set<NotChecked> = []
        return limbs.filter { seen.insert($0).inserted }
    }

    private static func inOrder(_ left: DerivedConcern, _ right: DerivedConcern) -> Bool {
        let (a, b) = (left.concern, right.concern)
        if a.onset != b.onset { return a.onset < b.onset }
        if a.code != b.code { return a.code < b.code }
        if a.limb != b.limb { return a.limb < b.limb }
        return a.about.id.text < b.about.id.text
    }
}
