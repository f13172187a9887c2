import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Puts the next in the drawn order in the place of a case that could not be read, with the reason.
package struct ReplaceCase: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    package func callAsFunction(
        _ child: SubjectID, in sample: String, because why: String
    ) async throws(AssuranceRefusal) -> SampledCase {
        let access = try assurer.leave(to: .drawSample)
        guard !why.isEmpty else { throw .missing("why it is replaced") }
        let subject = Assurer.sample(sample)
        let store = assurer.store
        let history = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        guard let file = SampleFile(subject.id, history) else { throw .notFound }
        guard !file.sample.isChosen, file.cases.contains(where: { $0.child == child.text }),
            let next = file.nextInReserve
        else { throw .notReplaceable }
        let body = SampleReplacement(on: assurer.today, replaced: child.text, by: next, why: why)
        // The id holds which replacement it is, so that two who replace at once cannot take the same child.
        try await assurer.append(body, id: RecordID("replacement-\(file.replacements.count + 1)"), about: subject)
        return next
    }
}
