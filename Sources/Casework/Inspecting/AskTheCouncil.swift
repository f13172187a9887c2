import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What inspectors ask of the council in the course of an inspection: documents, and people to speak to.
package struct AskTheCouncil: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func ask(
        _ sort: InspectionRequest.Sort, _ what: String, by due: Day, id: RecordID, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect], frameworks)
        guard file.inspection.body.publishedOn == nil else { throw .published }
        if let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
        guard !what.isEmpty else { throw .missing("what is asked for") }
        guard due >= assurer.today else { throw .missing("a day that has not passed") }
        try await assurer.leaveOut([("What is asked for", what)], in: inspection)
        try await assurer.append(
            InspectionRequest(
                sort: sort, what: what, askedOn: assurer.today, dueOn: due, askedBy: assurer.person.user.text),
            id: id, about: Assurer.inspection(inspection))
    }

    /// The document was provided, by the council; or the interview was held, by inspectors.
    package func met(
        _ id: RecordID, on day: Day, saying answer: String, with file: ProvidedFile? = nil, of inspection: String
    ) async throws(AssuranceRefusal) {
        let (asked, subject) = try await waiting(id, of: inspection)
        guard day <= assurer.today, day >= asked.body.askedOn else { throw .missing("a day since it was asked for") }
        guard !answer.isEmpty else { throw .missing("what was provided, or who held it") }
        try await assurer.leaveOut(
            [("What was provided, or who held it", answer), ("The name of the file", file?.name)], in: inspection)
        var body = asked.body
        (body.metOn, body.doneBy, body.answer) = (day, assurer.person.user.text, answer)
        guard let file else {
            try await assurer.append(body, id: id, about: subject, corrects: asked.place)
            return
        }
        guard asked.body.sort == .document else { throw .notFound }
        guard file.namesNobody else {
            throw .missing("that you looked through the file, and it names no child or family")
        }
        (body.fileName, body.fileType) = (file.type.named(file.name), file.type)
        (body.fileHash, body.fileSize) = (DocumentHash.text(of: file.bytes), file.bytes.count)
        try await assurer.append(body, with: file.bytes, id: id, about: subject, corrects: asked.place)
    }

    /// What is asked for still, by whoever may say that it was provided or held.
    private func waiting(
        _ id: RecordID, of inspection: String
    ) async throws(AssuranceRefusal) -> (asked: Recorded<InspectionRequest>, subject: Subject) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect, .answerInspection], frameworks)
        guard let asked = file.requests.first(where: { $0.id == id }) else { throw .notFound }
        _ = try assurer.leave(to: asked.body.sort == .document ? .answerInspection : .inspect)
        if asked.body.sort == .interview, let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
        guard asked.body.metOn == nil else { throw .doneAlready }
        return (asked, Assurer.inspection(inspection))
    }

    /// A file that was given by mistake is erased, with what was said of it; what was asked for waits again.
    package func takeBack(
        _ id: RecordID, of inspection: String, because why: String
    ) async throws(AssuranceRefusal) {
        let access = try assurer.leave(to: .answerInspection)
        let file = try await assurer.inspectionFile(inspection, anyOf: [.answerInspection], frameworks)
        guard file.requests.contains(where: { $0.id == id && $0.body.fileHash != nil }) else { throw .notFound }
        guard !why.isEmpty else { throw .missing("why") }
        try await assurer.leaveOut([("Why", why)], in: inspection)
        let (store, now) = (assurer.store, assurer.now())
        try await assurer.stored { () throws(StoreFailure) in
            try await store.takeBack(
                askedFor: id, in: Assurer.inspection(inspection), because: why, access: access, at: now)
        }
    }

    /// The file that was given, for those who write the inspection and those who answer it.
    ///
    /// - Parameter why: Why it is needed, where something is withheld of a child whose file is read.
    package func file(
        of id: RecordID, in inspection: String, because why: AccessReason? = nil
    ) async throws(AssuranceRefusal) -> [UInt8] {
        let verb: Verb = assurer.person.mayDo.contains(.inspect) ? .inspect : .answerInspection
        let access = try assurer.leave(to: verb, because: why)
        _ = try await assurer.inspectionFile(inspection, anyOf: [verb], frameworks)
        let (store, now) = (assurer.store, assurer.now())
        return try await assurer.stored { () throws(StoreFailure) in
            try await store.document(
                askedFor: id, in: Assurer.inspection(inspection), access: access, at: now)
        }
    }
}

/// A file the council gives inspectors, its kind told by its bytes.
package struct ProvidedFile: Sendable {
    package let name: String
    package let type: DocumentType
    package let bytes: [UInt8]
    /// Whoever gives it has looked through it: no program can.
    package let namesNobody: Bool

    package init(name: String, type: DocumentType, bytes: [UInt8], namesNobody: Bool) {
        self.name = name
        self.type = type
        self.bytes = bytes
        self.namesNobody = namesNobody
    }
}
