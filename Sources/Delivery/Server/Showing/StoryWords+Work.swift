import ChildJourney
import Concerns
import WorkingDays

extension StoryWords {
    /// Delays, and going from one team to another.
    func tellWork(_ casework: CaseworkRecords, _ told: inout [ToldEvent]) {
        for delay in casework.delays {
            let body = delay.body
            let what = Rules.rule(ConcernCode(body.concern))?.words.title ?? body.concern
            let asked = body.askedBy.map { "Asked for by \(names.worker($0))" }
            tell(
                delay, body.on, "Delay explained: \(what.lowercased())",
                joined(
                    "\(body.reason.isRightForChild ? "Right for the child" : "Ours"): \(body.reason.words)", body.why,
                    "New day \(body.newDay.words)", asked, body.isWaiting ? "No manager has agreed" : nil), &told)
            let by = body.answeredBy.map { "By \(names.worker($0))" }
            tell(
                delay, body.answeredOn, body.isAgreed == true ? "Delay agreed" : "Delay not agreed",
                joined(by, body.answer), &told)
        }
        for transfer in casework.transfers {
            let body = transfer.body
            let from = body.fromTeam.map { "from \(names.team($0)) " } ?? ""
            let asked = body.askedBy.map { "Asked for by \(names.worker($0))" }
            tell(
                transfer, body.on, "Transfer asked for, \(from)to \(names.team(body.toTeam))",
                joined(body.why, asked, body.isWaiting ? "Not yet answered" : nil), &told)
            let by = body.answeredBy.map { "By \(names.worker($0))" }
            tell(
                transfer, body.answeredOn, body.isAccepted == true ? "Transfer accepted" : "Transfer refused",
                joined(by, body.answer), &told)
        }
    }
}
