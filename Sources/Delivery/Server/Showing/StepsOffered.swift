import AccessRules
import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// What somebody may record about a child as the child stands: what comes next, and what else there is.
struct StepsOffered {
    let next: [Link]
    let others: [Link]

    init(_ opened: OpenedChild, for role: Role, on day: Day) {
        let address = ListedChild.address(of: opened.child)
        var others: [Link] = []
        if role.mayDo.contains(.recordVisit) {
            others.append(Link(words: "Record a visit", href: "\(address)/visits/new"))
        }
        if role.mayDo.contains(.recordReferral) {
            others.append(Link(words: "Record a referral", href: "\(address)/referrals/new"))
        }
        if role.mayDo.contains(.recordNote) {
            others.append(Link(words: "Family", href: "\(address)/family"))
        }
        if role.mayDo.contains(.decide) {
            others.append(Link(words: "Something here is about another child", href: "\(address)/wrong-child"))
            others.append(Link(words: "Another record is of the same child", href: "\(address)/merge"))
        }
        let steps = Self.links(Steps.all, opened, for: role, on: day)
        next = steps.next
        self.others = others + steps.others
    }

    /// What becomes of a flag, and flagging: offered to whoever may, whatever system keeps the casework.
    /// - Parameter isListed: Whether everything else that may be recorded is a click away: then of an audit only what
    ///   comes next stands here.
    static func aboutFlags(_ opened: OpenedChild, for role: Role, on day: Day, isListed: Bool) -> [Link] {
        let beside = Steps.all.filter { $0.isBesideAnySource }
        let steps = links(beside, opened, for: role, on: day)
        guard isListed else { return steps.next + steps.others }
        return steps.next + links(beside.filter { $0.verb != .answerAudit }, opened, for: role, on: day).others
    }

    private static func links(
        _ steps: [any Step.Type], _ opened: OpenedChild, for role: Role, on day: Day
    ) -> (next: [Link], others: [Link]) {
        let (journey, address) = (opened.journey(), ListedChild.address(of: opened.child))
        var next: [Link] = []
        var others: [Link] = []
        for step in steps where role.mayDo.contains(step.verb) {
            let openings = step.openings(journey, on: day)
            for opening in openings {
                let query = opening.record.map { "?of=\(PercentText.encode($0.text))" } ?? ""
                let words =
                    openings.count > 1
                    ? "\(step.words.title), on \(opened.withholding.masked(opening.words))" : step.words.title
                let link = Link(words: words, href: "\(address)/steps/\(step.name)\(query)")
                if opening.isNext { next.append(link) } else { others.append(link) }
            }
        }
        return (next, others)
    }
}

extension OpenedChild {
    var nameShown: String {
        ListedChild(child: child, summary: summary, standing: nil, concerns: []).nameShown
    }

    /// "On a protection plan. Last seen Tue 3 Mar 2026."
    func standing(on day: Day) -> String {
        let statuses = summary.statuses(on: day).all.map(\.tag.words).joined(separator: ", ")
        let seen = history.journey().lastSeen(on: day)
        return "\(statuses). "
            + (seen.map { "Last seen \($0.on.words)." } ?? "No visit on which the child was seen is recorded.")
    }
}
