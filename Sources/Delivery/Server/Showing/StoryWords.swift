import ChildJourney
import WorkingDays

/// One thing in a child's story, in words: the day, what kind of record, and what it says.
struct ToldEvent {
    let on: Day
    let kind: RecordKind
    let title: String
    let words: String
    let recordedAt: Moment?
    let place: Int64
}

/// A child's journey as a list of things that happened, newest first.
struct StoryWords {
    let names: Names

    func events(of journey: Journey) -> [ToldEvent] {
        var told: [ToldEvent] = []
        for contact in journey.contacts {
            tell(contact, contact.receivedOn, "Contact", outcome(contact.outcome), &told)
        }
        tellReferrals(journey, &told)
        tellAssessments(journey, &told)
        tellEnquiries(journey, &told)
        tellPlans(journey, &told)
        tellOthers(journey, &told)
        return told.sorted { ($0.on, $0.place) > ($1.on, $1.place) }
    }

    private func tell<Body: EntryBody>(
        _ record: Recorded<Body>, _ day: Day?, _ title: String, _ words: String, _ told: inout [ToldEvent]
    ) {
        guard let day else { return }
        told.append(
            ToldEvent(
                on: day, kind: Body.kind, title: title, words: words, recordedAt: record.recordedAt, place: record.place
            ))
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

    private func tellReferrals(_ journey: Journey, _ told: inout [ToldEvent]) {
        for referral in journey.referrals {
            let decision = referral.isAccepted ? "Accepted." : "No further action."
            tell(referral, referral.receivedOn, "Referral", decision, &told)
            tell(referral, referral.closedOn, "Closed", ClosureWords.words(referral.closureReason), &told)
        }
        for lead in journey.allocations {
            let who = names.holder(worker: lead.worker, team: lead.team) ?? "nobody named"
            tell(lead, lead.from, lead.role == .lead ? "Lead worker" : "Also working with the child", "\(who).", &told)
            tell(lead, lead.until, "Allocation ended", "\(who).", &told)
        }
    }

    private func tellAssessments(_ journey: Journey, _ told: inout [ToldEvent]) {
        for assessment in journey.assessments {
            tell(assessment, assessment.startedOn, "Assessment started", "", &told)
            let seen = assessment.childSeen.map { $0 ? "The child was seen." : "The child was not seen." } ?? ""
            tell(assessment, assessment.authorisedOn, "Assessment authorised", seen, &told)
        }
    }

    private func tellEnquiries(_ journey: Journey, _ told: inout [ToldEvent]) {
        for enquiry in journey.enquiries {
            tell(enquiry, enquiry.startedOn, "Section 47 enquiry began", "", &told)
            tell(enquiry, enquiry.endedOn, "Section 47 enquiry ended", "", &told)
        }
        for conference in journey.conferences {
            for put in conference.postponements ?? [] {
                let to = put.to.map { " to \($0.words)" } ?? ""
                let report = put.lateReport.map { " (\($0))" } ?? ""
                tell(
                    conference, put.decidedOn, "Conference postponed",
                    "From \(put.from.words)\(to), because \(put.reason.words)\(report).", &told)
            }
            let quorum = conference.quorate == false ? "Not quorate." : ""
            tell(conference, conference.heldOn, "Conference held", quorum, &told)
            if conference.heldOn == nil { tell(conference, conference.plannedOn, "Conference planned", "", &told) }
        }
    }

    private func tellPlans(_ journey: Journey, _ told: inout [ToldEvent]) {
        for plan in journey.protectionPlans {
            tell(plan, plan.startedOn, "Child protection plan began", CategoryWords.words(plan.initialCategory), &told)
            tell(plan, plan.endedOn, "Child protection plan ended", "", &told)
        }
        for review in journey.planReviews {
            tell(review, review.heldOn, "Review conference", review.quorate == false ? "Not quorate." : "", &told)
        }
        for plan in journey.inNeedPlans {
            tell(plan, plan.startedOn, "Child in need plan began", "", &told)
            tell(plan, plan.endedOn, "Child in need plan ended", "", &told)
        }
        for visit in journey.visits { tell(visit, visit.on, "Visit", VisitWords.words(visit.body), &told) }
    }

    private func tellOthers(_ journey: Journey, _ told: inout [ToldEvent]) {
        for episode in journey.missingEpisodes {
            tell(episode, episode.from, episode.kind == .away ? "Away without authorisation" : "Missing", "", &told)
            tell(episode, episode.until, "Returned", "", &told)
        }
        for care in journey.careEpisodes {
            tell(care, care.beganOn, "Came into care", "", &told)
            tell(care, care.ceasedOn, "Left care", "", &told)
        }
        for help in journey.earlyHelpEpisodes {
            tell(help, help.startedOn, "Early help opened", "", &told)
            tell(help, help.endedOn, "Early help ended", "", &told)
        }
        for legal in journey.preProceedings { tell(legal, legal.firstDay, "Pre-proceedings", "", &told) }
    }
}

enum VisitWords {
    /// A blank answer is unknown, not no.
    static func words(_ visit: Visit) -> String {
        let purpose = visit.purpose.words.prefix(1).uppercased() + visit.purpose.words.dropFirst()
        let seen =
            switch (visit.seen, visit.seenAlone) {
            case (true?, true?): "The child was seen, and seen alone."
            case (true?, false?): "The child was seen, not alone."
            case (true?, nil): "The child was seen; whether alone is not recorded."
            case (false?, _): "The child was not seen."
            case (nil, _): "Whether the child was seen is not recorded."
            }
        return "\(purpose). \(seen)"
    }
}

enum CategoryWords {
    static func words(_ code: String?) -> String {
        switch code {
        case "NEG": "Neglect."
        case "PHY": "Physical abuse."
        case "SAB": "Sexual abuse."
        case "EMO": "Emotional abuse."
        case "MUL": "More than one category."
        default: ""
        }
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
