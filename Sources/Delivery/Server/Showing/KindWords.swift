import ChildJourney
import Concerns
import Pages
import WorkingDays

extension ConcernKind {
    /// The picture and word of the kind.
    var icon: KindIcon {
        switch self {
        case .unseen: .unseen
        case .undecided: .undecided
        case .unowned: .unowned
        case .unshared: .unshared
        case .late: .late
        case .unrecorded: .unrecorded
        case .adrift: .adrift
        }
    }
}

extension Status {
    var tag: StatusTag {
        let words = rawValue.atSentenceStart
        switch self {
        case .inCare: return StatusTag(words: words, tone: .care)
        case .protectionPlan: return StatusTag(words: words, tone: .plan)
        case .inNeed, .careLeaver: return StatusTag(words: words, tone: .need)
        case .referral, .contact: return StatusTag(words: words)
        case .closed: return StatusTag(words: words, tone: .closed)
        }
    }
}
