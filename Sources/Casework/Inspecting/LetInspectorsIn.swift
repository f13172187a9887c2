import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// Lets an inspector open children's records for the days of an inspection. One person asks, and a manager or the director who
/// neither asked nor is let in confirms; taking it away needs nobody else.
package struct LetInspectorsIn: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func ask(
        _ user: UserID, from: Day, until: Day, into inspection: String, id: RecordID
    ) async throws(AssuranceRefusal) {
        let file = try await file(inspection, anyOf: [.inspect, .confirmAccounts])
        guard !file.inspection.body.isClosed else { throw .closed }
        guard from >= file.inspection.body.beganOn else { throw .missing("a day from which the inspection has begun") }
        guard until >= from else { throw .missing("a last day that is not before the first") }
        let store = assurer.store
        let known = try await assurer.stored { () throws(StoreFailure) in
            try await store.user(user, in: assurer.person.council)
        }
        guard let known, known.role == .inspector, known.isActive else { throw .noInspector }
        try await assurer.append(
            InspectorAccess(user: user.text, from: from, until: until, askedBy: assurer.person.user.text), id: id,
            about: Assurer.inspection(inspection))
    }

    /// From today on, by whoever is at the council's own machine: nobody else confirms it.
    package func letIn(_ user: UserID, until: Day, into inspection: String) async throws(AssuranceRefusal) {
        let (today, me) = (assurer.today, assurer.person.user.text)
        let id = RecordID("access-\(user.text)-\(today)-\(until)")
        try await ask(user, from: today, until: until, into: inspection, id: id)
        let file = try await file(inspection, anyOf: [.confirmAccounts])
        guard let asked = file.access.first(where: { $0.id == id }) else { throw .notFound }
        var body = asked.body
        body.confirmedBy = me
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection), corrects: asked.place)
    }

    package func confirm(_ id: RecordID, in inspection: String) async throws(AssuranceRefusal) {
        let file = try await file(inspection, anyOf: [.confirmAccounts])
        guard !file.inspection.body.isClosed else { throw .closed }
        guard let asked = file.access.first(where: { $0.id == id }) else { throw .notFound }
        guard asked.body.confirmedBy == nil, asked.body.withdrawnBy == nil else { throw .doneAlready }
        let me = assurer.person.user.text
        guard asked.body.askedBy != me, asked.body.user != me else { throw .notSecondPerson }
        var body = asked.body
        body.confirmedBy = me
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection), corrects: asked.place)
    }

    /// At once, by any of those who may ask or confirm. The reason stays to be seen.
    package func withdraw(
        _ id: RecordID, in inspection: String, because why: String
    ) async throws(AssuranceRefusal) {
        let file = try await file(inspection, anyOf: [.inspect, .confirmAccounts])
        guard let asked = file.access.first(where: { $0.id == id }) else { throw .notFound }
        guard asked.body.withdrawnBy == nil else { throw .doneAlready }
        guard !why.isEmpty else { throw .missing("why") }
        try await assurer.leaveOut([("Why", why)], in: inspection)
        var body = asked.body
        body.withdrawnBy = assurer.person.user.text
        body.withdrawnWhy = why
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection), corrects: asked.place)
    }

    private func file(_ inspection: String, anyOf verbs: [Verb]) async throws(AssuranceRefusal) -> InspectionFile {
        try await assurer.inspectionFile(inspection, anyOf: verbs, frameworks)
    }
}

extension Assurer {
    /// An inspection, for somebody who may do one of these; an inspector's own.
    func inspectionFile(
        _ inspection: String, anyOf verbs: [Verb], _ frameworks: InspectionFrameworks
    ) async throws(AssuranceRefusal) -> InspectionFile {
        let verb = verbs.first { person.mayDo.contains($0) } ?? verbs[0]
        _ = try leave(to: verb)
        let access = try leave(to: .seeAssurance)
        let subject = Assurer.inspection(inspection)
        let history = try await stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        guard let file = InspectionFile(subject.id, history, under: frameworks) else { throw .notFound }
        guard file.isOwn(of: person) else { throw .notYourInspection }
        return file
    }

    /// Nothing that is written of an inspection names a child whose file is read in it, or tells what is withheld of one.
    ///
    /// - Parameter fields: What each is called, at the beginning of a sentence, and what was typed.
    func leaveOut(
        _ fields: [(name: String, words: String?)], in inspection: String
    ) async throws(AssuranceRefusal) {
        let typed = fields.compactMap { field in field.words.map { (field.name, $0) } }
        guard !typed.isEmpty else { return }
        let access = try leave(to: .seeAssurance)
        let (store, now) = (store, now())
        let told = try await stored { () throws(StoreFailure) in
            try await store.told(by: typed.map(\.1), ofChildrenIn: inspection, access: access, at: now)
        }
        for (field, told) in zip(typed, told) { if let told { throw .tells(field.0, told) } }
    }

    /// An inspector audits files in samples of the inspection that lets them in; everybody else in any.
    func isOwn(sample: String?) async throws(AssuranceRefusal) -> Bool {
        guard case .only(let inspections) = person.inspecting else { return true }
        guard let sample else { return false }
        let access = try leave(to: .seeAssurance)
        let subject = Assurer.sample(sample)
        let history = try await stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        return SampleFile(subject.id, history)?.sample.inspection.map(inspections.contains) ?? false
    }
}
