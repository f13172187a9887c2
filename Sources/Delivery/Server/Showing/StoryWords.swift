import Casework
import ChildJourney
import WorkingDays

/// A child's journey as a list of things that happened, newest first.
struct StoryWords {
    let names: Names
    /// Taken out of every word that is told.
    let withholding: Withholding

    func events(of journey: Journey) -> [ToldEvent] {
        var told: [ToldEvent] = []
        for contact in journey.contacts {
            let title = contact.harmAlleged == true ? "Harm alleged" : "Contact"
            let words = joined(
                contact.body.receivedAt.map { "At \($0.clockWords)" }, signs(contact.body.harmSigns),
                contact.body.about,
                contact.body.from.map { "From \($0)" }, outcome(contact.outcome),
                contact.body.decisionWhy, contact.body.service?.words)
            tell(contact, contact.receivedOn, title, words, &told)
        }
        tellReferrals(journey, &told)
        tellAssessments(journey, &told)
        tellEnquiries(journey, &told)
        tellPlans(journey, &told)
        tellOthers(journey, &told)
        if journey.hasCasework { setBeside(journey.casework.disputedStatements, &told) }
        return ToldEvent.numbered(told).sorted { ($0.on, $0.place) > ($1.on, $1.place) }
    }

    func tell<Body: EntryBody>(
        _ record: Recorded<Body>, _ day: Day?, _ title: String, _ words: String, _ told: inout [ToldEvent]
    ) {
        guard let day else { return }
        told.append(
            ToldEvent(
                on: day, kind: Body.kind, record: record.id, title: withholding.masked(title),
                words: withholding.masked(words), spokenTo: spokenTo(record.body).map(withholding.masked),
                isSignificant: record.body.isSignificant, recordedAt: record.recordedAt, place: record.place))
    }

    /// Who said it, or was spoken to.
    private func spokenTo(_ body: some EntryBody) -> String? {
        switch body {
        case let note as CaseNote: note.spokenTo
        case let contact as Contact: contact.from
        default: nil
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

    private func tellReferrals(_ journey: Journey, _ told: inout [ToldEvent]) {
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
                    referral.body.decisionWhy), &told)
            let closed = joined(
                ClosureWords.words(referral.closureReason), referral.body.closureWhy,
                referral.body.transferAcceptedBy.map { "Accepted by \($0)" },
                referral.body.transferShownBy.map { "Shown by \($0)" })
            tell(referral, referral.closedOn, "Closed", closed, &told)
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
            tell(
                assessment, assessment.body.submittedOn, "Assessment handed in",
                joined(
                    found(assessment.body.findings), wanted(assessment.body.childsViews), assessment.body.analysis),
                &told)
            tell(
                assessment, assessment.body.returnedOn, "Assessment given back", joined(assessment.body.returnedWhy),
                &told)
            tell(assessment, assessment.authorisedOn, "Assessment authorised", seen, &told)
            tell(
                assessment, assessment.body.addedOn, "Written into the assessment since",
                joined(found(assessment.body.addedLater), wanted(assessment.body.viewsAddedLater)), &told)
        }
    }

    private func found(_ findings: [AssessmentFinding]?) -> String? {
        guard let findings, !findings.isEmpty else { return nil }
        return findings.map { joined("\($0.part.words): \($0.found)") }.joined(separator: " ")
    }

    private func wanted(_ views: String?) -> String? { views.map { "The child: \($0)" } }

    /// What there is, each as a sentence of its own.
    func joined(_ parts: String?...) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
            let words = part.atSentenceStart
            return words.last.map { ".!?".contains($0) } ?? true ? words : words + "."
        }.joined(separator: " ")
    }

    private func signs(_ signs: [HarmSign]?) -> String? {
        guard let signs = signs?.filter({ $0 != .noneOfThese }), !signs.isEmpty else { return nil }
        return signs.map(\.words).joined(separator: "; ")
    }

    private func actions(_ actions: [PlanAction]?) -> String? {
        guard let actions, !actions.isEmpty else { return nil }
        let words = actions.map { action in
            let done = action.doneOn.map { ", done \($0.shortWords)" } ?? ""
            return "\(action.aim) (\(action.owner), by \(action.by.shortWords)\(done))"
        }
        return "Actions: \(words.joined(separator: "; "))"
    }

    private func tookPart(_ agencies: [Agency]?) -> String? {
        agencies.map { "Took part: \($0.map(\.words).joined(separator: ", "))" }
    }

    private func tellEnquiries(_ journey: Journey, _ told: inout [ToldEvent]) {
        for discussion in journey.strategyDiscussions {
            let body = discussion.body
            let words = joined(
                body.heldAt.map { "At \($0.clockWords)" }, body.means?.words, tookPart(body.present),
                body.decision.map { "Decided: \($0.words)" },
                body.immediateSafety.map { "Safe tonight: \($0)" })
            tell(discussion, discussion.heldOn, "Strategy discussion", words, &told)
        }
        for enquiry in journey.enquiries {
            let joint = enquiry.body.joint.map { $0 ? "With the police" : "By social care alone" }
            tell(enquiry, enquiry.startedOn, "Section 47 enquiry began", joined(joint), &told)
            let needed = enquiry.body.conferenceRequired.map {
                $0 ? "A conference is needed" : "No conference is needed"
            }
            tell(
                enquiry, enquiry.endedOn, "Section 47 enquiry ended", joined(needed, enquiry.body.findings), &told)
        }
        for conference in journey.conferences {
            for put in conference.postponements ?? [] {
                let to = put.to.map { " to \($0.words)" } ?? ""
                let report = put.lateReport.map { " (\($0))" } ?? ""
                tell(
                    conference, put.decidedOn, "Conference postponed",
                    "From \(put.from.words)\(to), because \(put.reason.words)\(report).", &told)
            }
            let plan = conference.decidedPlan.map {
                $0 ? "A child protection plan was decided" : "No child protection plan was decided"
            }
            let held = joined(
                conference.quorate == false ? "Not quorate" : nil, tookPart(conference.body.present), plan,
                conference.body.whyDecided, conference.body.dissent.map { "Disagreed: \($0)" })
            tell(conference, conference.heldOn, "Conference held", held, &told)
            if conference.heldOn == nil { tell(conference, conference.plannedOn, "Conference planned", "", &told) }
        }
    }

    private func tellPlans(_ journey: Journey, _ told: inout [ToldEvent]) {
        for plan in journey.protectionPlans {
            let said = joined(
                CategoryWords.words(plan.initialCategory), actions(plan.body.actions),
                plan.body.contingency.map { "If it does not hold: \($0)" })
            tell(plan, plan.startedOn, "Child protection plan began", said, &told)
            tell(plan, plan.endedOn, "Child protection plan ended", joined(plan.body.endedWhy), &told)
        }
        for review in journey.planReviews {
            let said = joined(review.quorate == false ? "Not quorate" : nil, review.body.why)
            tell(review, review.heldOn, "Review conference", said, &told)
        }
        for plan in journey.inNeedPlans {
            let said = joined(
                actions(plan.body.actions), plan.body.contingency.map { "If it does not hold: \($0)" })
            tell(plan, plan.startedOn, "Child in need plan began", said, &told)
            tell(plan, plan.endedOn, "Child in need plan ended", joined(plan.body.endedWhy), &told)
        }
        for group in journey.casework.coreGroups {
            tell(
                group, group.body.heldOn, "Core group", joined(tookPart(group.body.present), group.body.progress), &told
            )
        }
        for review in journey.casework.inNeedPlanReviews {
            tell(review, review.body.heldOn, "Child in need plan reviewed", joined(review.body.progress), &told)
        }
        for visit in journey.visits { tell(visit, visit.on, "Visit", visitWords(visit.body), &told) }
    }

    private func visitWords(_ visit: Visit) -> String {
        joined(VisitWords.words(visit), visit.childsWords.map { "In the child's words: \($0)" }, visit.note)
    }

    private func tellOthers(_ journey: Journey, _ told: inout [ToldEvent]) {
        for note in journey.casework.notes {
            let with = note.body.spokenTo.map { "Spoken to: \($0)" }
            let title = note.body.significant == true ? "Note, for the chronology" : "Note"
            tell(note, note.body.on, title, joined(note.body.text, with), &told)
        }
        for decision in journey.casework.decisions {
            let body = decision.body
            tell(
                decision, body.on, "Manager's decision",
                joined("About \(body.point.words)", body.decision, "Because: \(body.why)"), &told)
        }
        for handover in journey.casework.handovers {
            let body = handover.body
            let whom = body.toPerson.map(names.worker) ?? body.to.words
            let taken = body.acceptedBy.map { by in
                "Taken by \(names.worker(by))" + (body.acceptedAt.map { ", \($0.words)" } ?? "")
            }
            tell(
                handover, body.on, "Handed over to \(whom)",
                joined("At \(body.at.clockWords), by \(names.worker(body.from))", body.items, taken ?? "Not yet taken"),
                &told)
        }
        for supervision in journey.casework.supervisions {
            tell(
                supervision, supervision.body.on, "Supervision",
                joined(
                    supervision.body.weighed, supervision.body.actions,
                    supervision.body.earlierActions.map { "What was agreed the time before: \($0.words)" }), &told)
        }
        tellOversight(journey, &told)
        tellEmergencies(journey, &told)
        tellFamilysSide(journey, &told)
        tellGovernance(journey, &told)
        tellAssurance(journey, &told)
        tellWhereFound(journey, &told)
        for risk in journey.casework.risksToChild {
            let title = "At risk of \(risk.body.kind.words)"
            tell(risk, risk.body.since, title, joined("Level \(risk.body.level.rawValue)", risk.body.what), &told)
            tell(risk, risk.body.endedOn, "No longer at risk of \(risk.body.kind.words)", "", &told)
        }
        for advice in journey.casework.safetyAdvice {
            tell(advice, advice.body.on, "Safety advice for staff", joined(advice.body.advice), &told)
            tell(advice, advice.body.endedOn, "Safety advice for staff ended", "", &told)
        }
        for person in journey.casework.professionals {
            let who = joined("\(person.body.name), \(person.body.agency.words)", person.body.contact)
            tell(person, person.body.from, "\(person.body.role) works with the child", who, &told)
            tell(person, person.body.until, "\(person.body.role) no longer works with the child", who, &told)
        }
        if let person = journey.person, person.expectedOn != nil {
            tell(person, person.bornOn, "Born", "", &told)
        }
        for tie in journey.relationships where tie.isAdult == true {
            let who = journey.family.adults.first { $0.id == tie.other }?.journey.person?.body.nameShown
            let words = joined(
                who, tie.livesWith == true ? "Lives with the child" : nil,
                tie.parentalResponsibility == true ? "Has parental responsibility" : nil)
            let day = tie.from ?? tie.recordedAt?.londonDay
            tell(tie, day, "Family: \(tie.kindWords.lowercased())", words, &told)
            tell(tie, tie.until, "Family: \(tie.kindWords.lowercased()), until this day", joined(who), &told)
        }
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

    /// That it was recorded, and not what it is: that stands in one place alone.
    private func tellWhereFound(_ journey: Journey, _ told: inout [ToldEvent]) {
        for address in journey.hasCasework ? journey.addresses : [] {
            tell(address, address.from, "Address recorded", "", &told)
        }
        for detail in journey.casework.contactDetails {
            tell(detail, detail.from, "\(detail.fact.words.atSentenceStart) recorded", "", &told)
        }
        for misfiled in journey.casework.misfiledEntries {
            let title =
                misfiled.sealed.isEmpty
                ? "Came here from another record" : "Recorded about the wrong child, and sealed"
            tell(misfiled, misfiled.body.on, title, joined(misfiled.body.what, "Because: \(misfiled.body.why)"), &told)
        }
        for held in journey.casework.withheldFacts {
            let what = held.facts.map(\.words).joined(separator: ", ")
            tell(
                held, held.on, "Withheld: \(what)",
                joined("From \(held.body.from.joined(separator: "; "))", "Because: \(held.body.why)"), &told)
            tell(held, held.endedOn, "No longer withheld: \(what)", joined(held.body.endedWhy), &told)
        }
        for document in journey.casework.documents {
            let body = document.body
            tell(
                document, body.receivedOn, "Document received",
                joined(body.what.words, "From \(body.sentBy)", body.about, body.fileName), &told)
        }
        for document in journey.casework.outgoingDocuments {
            let what = "\(document.content.words), for \(document.body.recipient), \(document.body.relation)"
            tell(document, document.preparedOn, "Document prepared to go out", joined(what), &told)
            tell(document, document.releasedOn, "Document released", joined(what), &told)
            tell(document, document.refusedOn, "Document kept back", joined(what, document.body.refusedWhy), &told)
        }
    }
}

enum VisitWords {
    /// A blank answer is unknown, not no.
    static func words(_ visit: Visit) -> String {
        let purpose = visit.purpose.words.atSentenceStart
        if let mother = visit.motherSeen {
            return "\(purpose), before the birth. The expectant mother was \(mother ? "" : "not ")seen."
        }
        let seen =
            switch (visit.seen, visit.seenAlone) {
            case (true?, true?): "The child was seen, and seen alone."
            case (true?, false?): "The child was seen, not alone."
            case (true?, nil): "The child was seen; whether alone is not recorded."
            case (false?, _): "The child was not seen."
            case (nil, _): "Whether the child was seen is not recorded."
            }
        return "\(visit.at.map { "At \($0.clockWords). " } ?? "")\(purpose). \(seen)"
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
