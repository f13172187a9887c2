import ChildJourney
import Concerns
import Duties
import WorkingDays

/// Children for whom a concern of one kind is open, as Today and Numbers count them with the backlog.
package protocol OpenConcerns: Measure {
    static var kind: ConcernKind { get }
    /// "Somebody should have seen the child and nobody has".
    static var meaning: String { get }
}

extension OpenConcerns {
    package static var counting: MeasureCounting { .stood }
    package static var unit: MeasureUnit { .children }
    package static var better: MeasureDirection { .lower }
    package static var staysInside: Bool { true }
    package static var needs: [CoveredFact] { [.referrals] }
    package static var words: MeasureWords {
        MeasureWords(
            title: "Children with a concern open: \(kind.rawValue)",
            purpose: "\(meaning).",
            numerator: "Children with a concern of the kind that is shown in Today, its backlog included",
            denominator: "The same children",
            exclusions: "A child with concerns of several kinds is counted in each, so the kinds are not added up.",
            source: "The catalogue of concerns",
            example: "A child with two concerns of the kind is counted once, until both are cleared.")
    }

    /// A kind is answered where any of its rows is, as on Numbers.
    package static func because(_ cover: Cover) -> String? {
        let limbs = Rules.all.filter { $0.kind == kind && $0.inToday }.flatMap { $0.limbs }
        if limbs.contains(where: { cover.tells($0.needs) }) { return nil }
        return "\(cover.source) answers no check of this kind"
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let open = DaySpans(
            concerns.compactMap { concern in
                guard concern.inToday, concern.kind == Self.kind else { return nil }
                return concern.overOn.map { $0 <= concern.onset } ?? false
                    ? nil : DaySpans.Span(from: concern.onset, until: concern.overOn)
            })
        guard !open.isEmpty else { return }
        cases.stood(Self.self, over: open, counted: open)
    }
}

/// `concerns-open-unseen`
package struct UnseenOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-unseen"
    package static let kind = ConcernKind.unseen
    package static let meaning = "Somebody should have seen the child and nobody has"
    package init(_ setting: Setting) {}
}

/// `concerns-open-undecided`
package struct UndecidedOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-undecided"
    package static let kind = ConcernKind.undecided
    package static let meaning = "A decision that must exist does not"
    package init(_ setting: Setting) {}
}

/// `concerns-open-unowned`
package struct UnownedOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-unowned"
    package static let kind = ConcernKind.unowned
    package static let meaning = "No qualified person holds the child, or nobody oversees the one who does"
    package init(_ setting: Setting) {}
}

/// `concerns-open-unshared`
package struct UnsharedOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-unshared"
    package static let kind = ConcernKind.unshared
    package static let meaning = "It was done without the agencies, the family or the child who belong in it"
    package init(_ setting: Setting) {}
}

/// `concerns-open-late`
package struct LateOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-late"
    package static let kind = ConcernKind.late
    package static let meaning = "A step is past its day"
    package init(_ setting: Setting) {}
}

/// `concerns-open-unrecorded`
package struct UnrecordedOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-unrecorded"
    package static let kind = ConcernKind.unrecorded
    package static let meaning = "It happened, or must have, and it is not written up"
    package init(_ setting: Setting) {}
}

/// `concerns-open-adrift`
package struct AdriftOpen: OpenConcerns {
    package static let id: MeasureID = "concerns-open-adrift"
    package static let kind = ConcernKind.adrift
    package static let meaning = "Things are being done and nothing changes"
    package init(_ setting: Setting) {}
}
