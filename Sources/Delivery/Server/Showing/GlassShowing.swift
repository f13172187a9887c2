import AccessRules
import Pages
import RecordKeeping
import WorkingDays

/// Who may open a child, and what was opened in an emergency, in words.
struct GlassShowing {
    private let names: [UserID: String]

    init(_ users: [User]) {
        names = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ user: UserID) -> String { names[user] ?? user.text }

    func line(_ change: NeedToKnowChange) -> RestrictionPage.Line {
        let what =
            switch change.what {
            case .restricted: "Open to \(change.named.map(name).joined(separator: ", "))"
            case .lifted: "Lifted"
            case .glassBroken: "Opened in an emergency, until \(change.until?.words ?? "")"
            case .glassWasRight: "Reviewed: it was right to open it"
            case .glassWasWrong: "Reviewed: it was not right to open it"
            }
        return RestrictionPage.Line(when: change.at.words, who: name(change.by), what: what, why: change.why)
    }

    func child(_ broken: BrokenGlass) -> Link? {
        broken.summary.map { summary in
            let listed = ListedChild(child: broken.opening.child, summary: summary, standing: nil, concerns: [])
            return Link(words: listed.nameShown, href: listed.address)
        }
    }

    /// What somebody wrote can name the child, and is for those who may be told; no search finds every name in it.
    func why(_ broken: BrokenGlass) -> String {
        broken.summary == nil
            ? "The reason is not shown here, because it may say who the child is. Ask whoever opened it."
            : broken.opening.why
    }

    func reviewed(_ broken: BrokenGlass, _ review: NeedToKnowChange) -> BrokenGlassPage.Reviewed {
        let verdict = review.what == .glassWasRight ? "It was right" : "It was not right"
        // What somebody wrote may tell of the child, and is for those who may be told.
        let why = broken.summary == nil ? "" : ": \(review.why)"
        return BrokenGlassPage.Reviewed(
            opened: broken.opening.at.words, child: child(broken), who: name(broken.opening.by),
            verdict: "\(verdict)\(why). \(name(review.by)), \(review.at.words)")
    }
}
