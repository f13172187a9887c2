import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What samples and inspections there are, and what readers made of the files of one.
package struct SeeAssurance: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func samples() async throws(AssuranceRefusal) -> [SampleFile] {
        try await work(.sample).compactMap { SampleFile($0.id, $0.history) }
    }

    package func inspections() async throws(AssuranceRefusal) -> [InspectionFile] {
        try await work(.inspection).compactMap { InspectionFile($0.id, $0.history, under: frameworks) }
    }

    /// One sample with what was written about each of its files; nil for a child whom the reader may not see.
    package func read(_ sample: String) async throws(AssuranceRefusal) -> ReadSample {
        let access = try assurer.leave(to: .seeAssurance)
        let subject = Assurer.sample(sample)
        let (store, now) = (assurer.store, assurer.now())
        let history = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        guard let file = SampleFile(subject.id, history) else { throw .notFound }
        let children = Set(file.cases.map(\.child) + file.replacements.map(\.body.replaced)).map { SubjectID($0) }
        let files = try await assurer.stored { () throws(StoreFailure) in
            try await store.fileAudits(of: children, access: access, at: now)
        }
        return ReadSample(file: file, files: files)
    }

    private func work(_ kind: SubjectKind) async throws(AssuranceRefusal) -> [(id: SubjectID, history: History)] {
        let access = try assurer.leave(to: .seeAssurance)
        let store = assurer.store
        return try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(kind, access: access)
        }
    }
}

/// A sample and what its readers wrote.
package struct ReadSample: Sendable {
    package let file: SampleFile
    package let files: [SubjectID: AuditedFile?]

    package init(file: SampleFile, files: [SubjectID: AuditedFile?]) {
        self.file = file
        self.files = files
    }

    package struct Case: Sendable {
        package let sampled: SampledCase
        package var child: SubjectID { SubjectID(sampled.child) }
        /// Nil for a child the reader may not see.
        package let file: AuditedFile?
        /// Of this sample, the readings that are finished.
        package let audits: [Recorded<CaseFileAudit>]

        package var isRead: Bool { !audits.isEmpty }
        /// The reading whose word counts: a moderator's or an inspector's before an auditor's. A moderator says which grade stands;
        /// what they did not answer themselves the auditor answered.
        package var deciding: CaseFileAudit? {
            let order: [AuditReader] = [.inspector, .moderator, .auditor, .second]
            let first = audits.min {
                (order.firstIndex(of: $0.body.reader) ?? 9) < (order.firstIndex(of: $1.body.reader) ?? 9)
            }
            guard var deciding = first?.body else { return nil }
            guard deciding.reader == .moderator, let read = audits.last(where: { $0.body.reader == .auditor })?.body
            else { return deciding }
            if deciding.answers.isEmpty { deciding.answers = read.answers }
            if deciding.sectionGrades.isEmpty { deciding.sectionGrades = read.sectionGrades }
            deciding.cannotTell = deciding.cannotTell ?? read.cannotTell
            deciding.failure = deciding.failure ?? read.failure
            return deciding
        }
    }

    package var cases: [Case] {
        file.cases.map { sampled in
            let known = files[SubjectID(sampled.child)].flatMap { $0 }
            return Case(
                sampled: sampled, file: known,
                audits: known?.audits.filter { $0.body.sample == file.id && $0.body.isFinished } ?? [])
        }
    }

    /// What the sample says of everybody in its frame, about cases of which something is so; nil where it may say nothing.
    package func estimate(of isSo: (CaseFileAudit) -> Bool) -> SampleEstimate? {
        guard file.supportsEstimates else { return nil }
        let read = firstRead.compactMap { one in one.deciding.map { (one.sampled, $0) } }
        let found = read.filter { isSo($0.1) }
        if file.isEqualChance {
            return SampleEstimate.equal(
                found: found.count, of: read.count, from: file.sample.frameCount,
                basis: file.method == .everyNth ? .oneStart : .exact)
        }
        // NB: chances were worked out for the whole sample: a part of it, or another child in a place, would count too little.
        guard read.count == file.cases.count, file.replacements.isEmpty else { return nil }
        return SampleEstimate.weighted(
            found: found.compactMap(\.0.chance), others: read.filter { !isSo($0.1) }.compactMap(\.0.chance),
            from: file.sample.frameCount)
    }

    /// The cases an estimate rests on: those read from the first drawn on without a gap. Which of the others were read somebody
    /// chose. Of every so many from one start, which is in the order of the frame, all of them or none.
    package var firstRead: [Case] {
        let cases = cases
        let read = Array(cases.prefix { $0.isRead })
        return file.method == .everyNth && read.count < cases.count ? [] : read
    }

    /// Pairs of grades two readers gave the same file, by their place on a scale.
    package func agreement(_ one: AuditReader, _ other: AuditReader, scale: [Grade]) -> GradeAgreement {
        let pairs = cases.compactMap { read -> (first: Int, second: Int)? in
            func place(_ reader: AuditReader) -> Int? {
                read.audits.last { $0.body.reader == reader }?.body.grade.flatMap { scale.firstIndex(of: Grade($0)) }
            }
            guard let first = place(one), let second = place(other) else { return nil }
            return (first, second)
        }
        return GradeAgreement(pairs, scale: scale.count)
    }
}
