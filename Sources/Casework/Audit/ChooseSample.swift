import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// Names children whose files are read, and says why these. It says nothing about anybody else.
package struct ChooseSample: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    package func callAsFunction(
        _ children: [SubjectID], purpose: String, why: String, tool: String, inspection: String? = nil, id: String
    ) async throws(AssuranceRefusal) {
        let access = try assurer.leave(to: .drawSample)
        guard !purpose.isEmpty else { throw .missing("what the sample is for") }
        guard !why.isEmpty else { throw .missing("why these children") }
        guard !children.isEmpty else { throw .emptyFrame }
        let (store, today, now) = (assurer.store, assurer.today, assurer.now())
        let found = try await assurer.stored { () throws(StoreFailure) in
            try await store.frame(of: .named(children), on: today, weighing: false, access: access, at: now)
        }
        let known = Set(found.children.map(\.child))
        // NB: a restricted child and one that is not there are refused alike.
        guard known.count == Set(children).count else { throw .unknownChildren(Set(children).count - known.count) }
        var seen: Set<SubjectID> = []
        var sample = CaseSample(
            on: today, purpose: purpose, method: DrawMethod.chosen.rawValue, tool: tool,
            frame: FrameQuestion.named([]).words, frameAsOf: today, frameCount: known.count,
            cases: children.filter { seen.insert($0).inserted }.map { SampledCase(child: $0.text) })
        sample.chosenBy = assurer.person.user.text
        sample.whyChosen = why
        sample.inspection = inspection ?? assurer.person.inspection
        try await assurer.append(sample, id: "sample", about: Assurer.sample(id))
    }
}
