import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// The council asks for standard checks before the assessment of a case with harm alleged is authorised, or asks for them no more.
/// Each time is kept: when, who and why.
package struct SetReviewGate: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    /// As it stands: whether the checks are asked for, and each time that was recorded, oldest first.
    package func standing() async throws(AssuranceRefusal) -> (isRequired: Bool, history: [Recorded<ReviewGateSet>]) {
        let access = try assurer.leave(to: .seeAssurance)
        let (store, council) = (assurer.store, assurer.person.council)
        return try await assurer.stored { () throws(StoreFailure) in
            let setting = try await store.setting(of: council)?.setting
            let history = try await store.assuranceWork(.wholeCouncil, access: access)
            return (
                setting.map { ReviewGate.isRequired(by: $0.limits) } ?? false,
                history.standing(ReviewGateSet.self).sorted { $0.place < $1.place }
            )
        }
    }

    package func callAsFunction(
        _ isRequired: Bool, because why: String, id: RecordID
    ) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .setReviewGate)
        guard !why.isEmpty else { throw .missing("why") }
        let (isRequiredNow, history) = try await standing()
        // The same form sent twice is recorded once.
        guard !history.contains(where: { $0.id == id }) else { return }
        guard isRequired != isRequiredNow else { throw .doneAlready }
        try await assurer.append(
            ReviewGateSet(on: assurer.today, isRequired: isRequired, why: why, by: assurer.person.user.text), id: id,
            about: .wholeCouncil)
    }
}
