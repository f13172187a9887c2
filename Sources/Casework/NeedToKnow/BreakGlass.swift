import AccessRules
import Concerns
import Duties
import RecordKeeping
import WorkingDays

/// Opens a restricted record in an emergency to somebody who is not named on it.
package struct BreakGlass {
    package enum Refusal: Error, Hashable, Sendable {
        /// Whoever reviews it learns nothing from "x".
        case tooFewWords
        case tooManyLetters
    }

    /// (L) A reason has at least so many words; no source sets a number.
    package static let fewestWords = 3
    /// It is written beside every look.
    package static let mostLetters = 250
    private static let limit: LimitID = "break_glass_local"

    private let store: any RecordStore
    private let shipped: Limits
    private let now: @Sendable () -> Moment

    package init(store: any RecordStore, shipped: Limits, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.shipped = shipped
        self.now = now
    }

    /// How long a record stays open, in hours: the council's own number where it set one.
    package func hours(in council: CouncilCode) async throws(StoreFailure) -> Int {
        let limits = try await store.setting(of: council)?.setting.limits ?? shipped
        return limits.allowance(Self.limit).number
    }

    package static func refusal(of why: String) -> Refusal? {
        if why.count > mostLetters { return .tooManyLetters }
        let words = why.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
        return words.count < fewestWords ? .tooFewWords : nil
    }

    /// `access` is leave to break the glass of one child. Says until when the record is open.
    package func callAsFunction(
        _ child: SubjectID, because why: String, access: Access
    ) async throws(StoreFailure) -> Moment {
        let moment = now()
        let end = moment.adding(hours: try await hours(in: access.council))
        try await store.breakGlass(of: child, why: why, until: end, access: access, at: moment)
        return end
    }
}
