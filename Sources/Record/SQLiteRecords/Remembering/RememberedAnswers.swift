import AccessRules
import Concerns
import RecordKeeping
import Synchronization
import WorkingDays

/// What has been asked of the record and may be answered from memory until anything changes. None of it depends on the
/// clock; what a person may see is part of the question.
enum Question: Hashable, Sendable {
    case listDay(CouncilCode)
    case list(ListQuery, CouncilCode, UserID)
    case counts(ListTab, Day, team: String?, worker: String?, CouncilCode)
    case countsByTeam(ListTab, CouncilCode)
    case concerns(words: String, ListFilter, limit: Int, CouncilCode, UserID)
    case trend(DailyChanges.Heading, [Day], CouncilCode)
    case countsByCode(Day, CouncilCode)
    case countsByCodeBegun(Period, CouncilCode)
    case measures(MeasuresAsked, CouncilCode)
    case measured(CountedInMeasure, CouncilCode)
    case heldByWorker(Day, CouncilCode)
    case countsByWorker(ListTab, CouncilCode)
    case held(String, Day, CouncilCode, UserID)
    case waiting(WaitingScope, Set<ConcernCode>?, Day, ahead: Int, CouncilCode, UserID)
    case setting(CouncilCode)
    case lastCompleteLoad(CouncilCode)
    case loadInProgress(CouncilCode)
    case recalculation(CouncilCode)
    case user(UserID, CouncilCode)
    case session([UInt8])
    case rolesNeedingCodes(CouncilCode)
    case accountsWaiting(CouncilCode)
}

/// Answers as of one state of the record; all are forgotten when it changes.
final class RememberedAnswers: Sendable {
    /// When there are more, all are forgotten: a page of a list is tens of kilobytes.
    private static let most = 1000

    private struct Kept {
        var stamp: Int64 = .min
        var answers: [Question: any Sendable] = [:]
    }

    private let kept = Mutex(Kept())

    /// Nil where the question has not been answered since the stamp.
    func answer<Value: Sendable>(_ question: Question, asOf stamp: Int64) -> Value? {
        kept.withLock { kept in
            // NB: unwrapped first; cast at once, a missing answer would pass for the answer nil.
            guard kept.stamp == stamp, let known = kept.answers[question] else { return nil }
            return known as? Value
        }
    }

    /// `stamp` was taken before the answer was read, so the answer is at least as new.
    func keep(_ value: some Sendable, _ question: Question, asOf stamp: Int64) {
        kept.withLock { kept in
            if kept.stamp != stamp || kept.answers.count >= Self.most {
                kept.answers.removeAll(keepingCapacity: true)
                kept.stamp = stamp
            }
            kept.answers[question] = value
        }
    }
}
