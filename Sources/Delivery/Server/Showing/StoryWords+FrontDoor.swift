import Casework
import ChildJourney
import WorkingDays

/// What came in, what was decided about it, and who was given the child.
extension StoryWords {
    func tellContacts(_ journey: Journey, _ told: inout [ToldEvent]) {
        for contact in journey.contacts {
            let title = contact.harmAlleged == true ? "Harm alleged" : "Contact"
            let words = joined(
                contact.body.receivedAt.map { "At \($0.clockWords)" }, signs(contact.body.harmSigns),
                contact.body.about,
                contact.body.from.map { "From \($0)" }, outcome(contact.outcome),
                contact.body.decisionWhy, contact.body.service?.words)
            tell(contact, contact.receivedOn, title, words, &told)
        }
    }

    private func outcome(_ outcome: ContactOutcome?) -> String {
        switch outcome {
        case .noFurtherAction?: "No further action."
        case .advice?: "Information and advice given."
        case .earlyHelp?: "Passed to early help."
        case .referral?: "Became a referral."
        case .other?: "Another outcome."
        case nil: "No decision is recorded."
        }
    }

    func tellReferrals(_ journey: Journey, _ told: inout [ToldEvent]) {
        for referral in journey.referrals {
            let decision =
                switch (referral.noFurtherAction, referral.decidedOn) {
                case (true?, _): "No further action."
                case (nil, nil): "No decision is recorded."
                default: "Accepted."
                }
            tell(
                referral, referral.receivedOn, "Referral",
                joined(
                    referral.body.receivedAt.map { "At \($0.clockWords)" }, signs(referral.body.harmSigns), decision,
                    referral.body.decisionWhy, referral.body.service?.words), &told)
            let closed = joined(
                ClosureWords.words(referral.closureReason), referral.body.closureWhy,
                referral.body.transferAcceptedBy.map { "Accepted by \($0)" },
                referral.body.transferShownBy.map { "Shown by \($0)" }, stepDownWords(referral.body))
            tell(referral, referral.closedOn, "Closed", closed, &told)
        }
        for lead in journey.allocations {
            let who = names.holder(worker: lead.worker, team: lead.team) ?? "nobody named"
            tell(lead, lead.from, lead.role == .lead ? "Lead worker" : "Also working with the child", "\(who).", &told)
            tell(lead, lead.until, "Allocation ended", "\(who).", &told)
        }
    }

    private func signs(_ signs: [HarmSign]?) -> String? {
        guard let signs = signs?.filter({ $0 != .noneOfThese }), !signs.isEmpty else { return nil }
        return signs.map(\.words).joined(separator: "; ")
    }
}

extension StoryWords {
    /// To which service a child was passed, and whether anybody there has accepted the child.
    private func stepDownWords(_ referral: Referral) -> String? {
        guard let to = referral.steppedDownTo else { return nil }
        guard let by = referral.stepDownAcceptedBy, let on = referral.stepDownAcceptedOn else {
            return "Passed to \(to); nobody there is recorded as having accepted"
        }
        return "Passed to \(to), accepted there by \(by) on \(on.words)"
    }
}

enum ClosureWords {
    static func words(_ code: String?) -> String {
        switch code {
        case "RC1": "Adopted."
        case "RC2": "The child died."
        case "RC3": "Child arrangements order."
        case "RC4": "Special guardianship order."
        case "RC5": "Another council took over."
        case "RC6": "Adult social care took over."
        case "RC7": "Services ended for another reason."
        case "RC8": "After assessment, no further action."
        case "RC9": "After assessment, passed to early help."
        default: "No reason is recorded."
        }
    }
}
