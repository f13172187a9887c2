import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What inspectors do in the course of one inspection, from setting it up to publishing it.
package struct RunInspection: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func open(_ inspection: Inspection, id: String) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .inspect)
        guard let framework = frameworks[inspection.framework] else {
            throw .notOfTheFramework("the name \(inspection.framework)")
        }
        guard frameworks.visitKind(inspection.visit) != nil else {
            throw .notOfTheFramework("visits of the kind \(inspection.visit)")
        }
        guard !inspection.council.isEmpty else { throw .missing("which council") }
        guard framework.inForce.contains(inspection.beganOn) else {
            throw .notOfTheFramework("force on \(inspection.beganOn.words)")
        }
        if let followed = inspection.follows { _ = try await seen(followed) }
        var body = inspection
        (body.setUpBy, body.setUpAs) = (assurer.person.user.text, assurer.person.role.rawValue)
        try await assurer.append(body, id: "inspection", about: Assurer.inspection(id))
    }

    package func record(
        _ evidence: InspectionEvidence, id: RecordID, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await unpublished(inspection)
        guard !evidence.shows.isEmpty else { throw .missing("what it shows") }
        if let area = evidence.area, file.framework.area(area) == nil { throw .notOfTheFramework("the area \(area)") }
        try await assurer.leaveOut([("What it shows", evidence.shows)], in: inspection)
        var body = evidence
        body.by = assurer.person.user.text
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection))
    }

    package func record(
        _ finding: InspectionFinding, id: RecordID, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await unpublished(inspection)
        guard !finding.words.isEmpty else { throw .missing("what was found") }
        guard file.framework.category(finding.category) != nil else {
            throw .notOfTheFramework("the category \(finding.category)")
        }
        if let area = finding.area, file.framework.area(area) == nil { throw .notOfTheFramework("the area \(area)") }
        let known = Set(file.evidence.map(\.id.text))
        guard !finding.evidence.isEmpty, known.isSuperset(of: finding.evidence) else {
            throw .missing("which evidence it rests on")
        }
        try await assurer.leaveOut(
            [("What was found", finding.words), ("What shows that action began", finding.begunShownBy)], in: inspection)
        try await assurer.append(finding, id: id, about: Assurer.inspection(inspection))
    }

    /// Judges one area. A limiting rule only caps: where one binds, a better grade needs a reason, which stays visible.
    package func judge(
        _ judgement: InspectionJudgement, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await unpublished(inspection)
        guard let area = file.areas.first(where: { $0.id == judgement.area }) else {
            throw .notOfTheFramework("the area \(judgement.area)")
        }
        let grade = Grade(judgement.grade)
        guard file.framework.place(of: grade) != nil else {
            throw .notOfTheFramework("the grade \(grade.words)")
        }
        guard !judgement.reason.isEmpty else { throw .missing("why this grade") }
        if area.role == .overall {
            let left = file.notJudged(before: area)
            guard left.isEmpty else { throw .notJudgedYet(left.map(\.name)) }
        } else {
            let known = Set(file.findings.map(\.id.text))
            guard !judgement.findings.isEmpty, known.isSuperset(of: judgement.findings) else {
                throw .missing("which findings the grade rests on")
            }
        }
        try refuseAboveTheLimit(judgement, file)
        if grade == file.framework.grades.last {
            guard judgement.limbs.contains(where: { id in file.framework.inadequateLimbs.contains { $0.id == id } })
            else { throw .limbMissing }
        }
        try await assurer.leaveOut(
            [("Why this grade", judgement.reason), ("Why the limit is overridden", judgement.overrideReason)],
            in: inspection)
        var body = judgement
        body.by = assurer.person.user.text
        let earlier = file.judgements.last { $0.body.area == area.id }
        try await assurer.append(
            body, id: RecordID("judgement-\(area.id)"), about: Assurer.inspection(inspection), corrects: earlier?.place)
    }

    /// The report is out. Nothing of the inspection changes after it but the day the council received it.
    package func publish(
        _ inspection: String, on day: Day, receivedOn: Day? = nil
    ) async throws(AssuranceRefusal) {
        let file = try await unpublished(inspection)
        try refuseDay(day, file)
        if file.framework.isGraded, frameworks.visitKind(file.inspection.body.visit)?.isGraded ?? true {
            let left = file.areas.filter { $0.role != .separate && file.grades[$0.id] == nil }
            guard left.isEmpty else { throw .notJudgedYet(left.map(\.name)) }
        }
        guard file.unanswered == 0 else { throw .unanswered(file.unanswered) }
        // An area may have been judged again since, and limit what was judged before it.
        for judgement in file.judgements { try refuseAboveTheLimit(judgement.body, file) }
        // NB: a child may have come to a sample, or an address been withheld, after it was written.
        try await assurer.leaveOut(
            file.findings.map { ("A finding", $0.body.words) }
                + file.judgements.map {
                    ("Why the grade of \(file.framework.area($0.body.area)?.name ?? $0.body.area)", $0.body.reason)
                },
            in: inspection)
        var body = file.inspection.body
        (body.publishedOn, body.receivedOn) = (day, receivedOn)
        body.endedOn = body.endedOn ?? day
        body.closedOn = body.closedOn ?? day
        try await assurer.append(
            body, id: "inspection", about: Assurer.inspection(inspection), corrects: file.inspection.place)
    }

    /// Nobody is let in any more from this moment, and the council may see who looked at what. What was found is still written down.
    package func close(_ inspection: String, on day: Day) async throws(AssuranceRefusal) {
        let file = try await file(inspection)
        guard !file.inspection.body.isClosed else { throw .closed }
        try refuseWriter(file)
        try refuseDay(day, file)
        var body = file.inspection.body
        body.endedOn = body.endedOn ?? day
        body.closedOn = day
        try await assurer.append(
            body, id: "inspection", about: Assurer.inspection(inspection), corrects: file.inspection.place)
    }

    package func file(_ inspection: String) async throws(AssuranceRefusal) -> InspectionFile {
        let file = try await seen(inspection)
        guard file.isOwn(of: assurer.person) else { throw .notYourInspection }
        return file
    }

    private func seen(_ inspection: String) async throws(AssuranceRefusal) -> InspectionFile {
        let access = try assurer.leave(to: .inspect)
        let subject = Assurer.inspection(inspection)
        let store = assurer.store
        let history = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        guard let file = InspectionFile(subject.id, history, under: frameworks) else { throw .notFound }
        return file
    }

    private func refuseAboveTheLimit(
        _ judgement: InspectionJudgement, _ file: InspectionFile
    ) throws(AssuranceRefusal) {
        let grade = Grade(judgement.grade)
        guard let limit = file.limit(on: judgement.area), file.framework.worse(grade, limit.atMost) != grade,
            judgement.overrideReason?.isEmpty ?? true
        else { return }
        throw .aboveTheLimit(
            atMost: limit.atMost.words, boundBy: limit.boundBy.map { file.framework.area($0)?.name ?? $0 })
    }

    private func unpublished(_ inspection: String) async throws(AssuranceRefusal) -> InspectionFile {
        let file = try await file(inspection)
        guard file.inspection.body.publishedOn == nil else { throw .published }
        try refuseWriter(file)
        return file
    }

    private func refuseWriter(_ file: InspectionFile) throws(AssuranceRefusal) {
        if let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
    }

    private func refuseDay(_ day: Day, _ file: InspectionFile) throws(AssuranceRefusal) {
        guard day <= assurer.today else { throw .missing("a day that has come") }
        guard day >= file.inspection.body.beganOn else { throw .missing("a day since the inspection began") }
    }
}
