import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// A sample as it stands: how it came about, and its cases after replacements.
package struct SampleFile: Sendable {
    package let id: String
    package let sample: CaseSample
    package let place: Int64
    package let replacements: [Recorded<SampleReplacement>]
    /// Children who came to a chosen sample by an inspector's opening them.
    package let additions: [Recorded<SampleAddition>]

    /// Nil where nothing of the subject is a sample.
    package init?(_ subject: SubjectID, _ history: History) {
        guard let recorded = history.standing(CaseSample.self).last else { return nil }
        id = subject.local
        sample = recorded.body
        place = recorded.place
        replacements = history.standing(SampleReplacement.self)
        additions = history.standing(SampleAddition.self)
    }

    /// Cases that are read, in the order drawn; a replaced one gives its place to whoever came next.
    package var cases: [SampledCase] {
        sample.cases.map { drawn in
            var current = drawn
            // A replacement may itself have been replaced.
            while let next = replacements.first(where: { $0.body.replaced == current.child }) { current = next.body.by }
            return current
        } + additions.map { SampledCase(child: $0.body.child) }
    }

    /// Who takes the place of the next case that cannot be read: the first of the reserve who took nobody's and is still there.
    package var nextInReserve: SampledCase? {
        let used = Set(replacements.map(\.body.by.child))
        return sample.reserve.first { !$0.isDestroyed && !used.contains($0.child) }
    }

    package var method: DrawMethod? { DrawMethod(rawValue: sample.method) }
    package var supportsEstimates: Bool { method?.supportsEstimates ?? false }
    /// Whether every case had the same chance: then what a sample says is exact.
    package var isEqualChance: Bool { method == .simpleRandom || method == .everyNth || method == .wholeFrame }
}
