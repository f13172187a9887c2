import AccessRules
import WorkingDays

/// A line of the log of who may open whom.
package struct NeedToKnowChange: Hashable, Sendable {
    /// Stored, so the raw values never change.
    package enum What: String, Sendable {
        case restricted
        case lifted
        case glassBroken = "glass-broken"
        case glassWasRight = "glass-was-right"
        case glassWasWrong = "glass-was-wrong"
    }

    package let number: Int64
    package let at: Moment
    package let by: UserID
    package let child: SubjectID
    package let what: What
    /// Who may open the child from then on, in order.
    package let named: [UserID]
    /// When what was broken closes by itself.
    package let until: Moment?
    /// The line that is reviewed.
    package let reviewOf: Int64?
    package let why: String

    package init(
        number: Int64 = 0, at moment: Moment, by: UserID, child: SubjectID, what: What, named: [UserID] = [],
        until: Moment? = nil, reviewOf: Int64? = nil, why: String
    ) {
        self.number = number
        self.at = moment
        self.by = by
        self.child = child
        self.what = what
        self.named = named
        self.until = until
        self.reviewOf = reviewOf
        self.why = why
    }
}

/// A restricted record that somebody opened in an emergency.
package struct BrokenGlass: Hashable, Sendable {
    package enum ReviewOutcome: Hashable, Sendable {
        case done
        case notFound
        /// Nobody reviews what they opened themselves.
        case own
        /// Somebody who is named on the record can.
        case forThoseNamed
        case reviewedAlready
    }

    package let opening: NeedToKnowChange
    package let review: NeedToKnowChange?
    /// Nil for a child the reader may not see, and where it is only counted.
    package let summary: ChildSummary?
    /// Whether the reader may say if it was right.
    package let isReadersToReview: Bool

    package init(
        opening: NeedToKnowChange, review: NeedToKnowChange?, summary: ChildSummary?, isReadersToReview: Bool
    ) {
        self.opening = opening
        self.review = review
        self.summary = summary
        self.isReadersToReview = isReadersToReview
    }
}
