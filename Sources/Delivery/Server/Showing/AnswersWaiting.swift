import AccessRules
import Casework
import ChildJourney
import Concerns
import Duties
import Pages
import RecordKeeping
import WorkingDays

/// Transfers, delays, escalations, proposals and complaints nobody has answered, as somebody sees them.
struct AnswersWaiting {
    private static let complaintLimit: LimitID = "complaint_answer_local"

    private let live: Live
    private let person: SignedInPerson
    private let names: PeopleNames
    private let workforce: Workforce?
    private let limits: Limits
    private let records: [WaitingRecord?]
    /// (L) For how long My work asks for a reply to an audit, in months.
    private static let monthsToReply = 3
    private let context: RequestDetails

    init(_ live: Live, _ context: RequestDetails) async throws {
        self.live = live
        self.context = context
        person = try context.signedIn().person
        let setting = try await live.store.setting(of: live.council)?.setting
        workforce = setting?.workforce
        limits = setting?.limits ?? live.standards.limits
        names = PeopleNames(users: try await live.store.users(in: live.council), workforce: workforce)
        records = try await live.store.waiting(
            nil, access: context.leave(to: .seeToday, in: live), at: live.now())
    }

    /// What this person may answer, what they asked for, and complaints about children they hold.
    func mine() async throws -> WaitingAnswers {
        var answers = WaitingAnswers()
        for record in records.compactMap({ $0 }) where mayAnswer(record) || asked(record) || isOfOwnChild(record) {
            add(record, to: &answers)
        }
        try await addActions(of: person.user.text, to: &answers)
        let access = try context.leave(to: .seeToday, in: live)
        guard person.role.mayDo.contains(.answerAudit) else { return answers }
        for audit in try await live.store.auditsToAnswer(
            by: person.user.text, since: live.today.adding(months: -Self.monthsToReply), access: access, at: live.now())
        {
            guard let audit else {
                answers.restricted += 1
                continue
            }
            let listed = ListedChild(child: audit.child, summary: audit.summary, standing: nil, concerns: [])
            answers.audits.append(
                WaitingAnswers.Item(
                    child: Link(words: listed.nameShown, href: listed.address), what: "Read \(audit.on.words).",
                    words: "",
                    answer: Link(
                        words: "See the audit and reply",
                        href: "\(listed.address)/audits/\(PercentText.encode(audit.id.text))")))
        }
        return answers
    }

    /// Everything that waits, but of transfers those from and to the reader's team; all of them for a reader without one.
    func ofTeam() async throws -> WaitingAnswers {
        var answers = WaitingAnswers()
        answers.restricted = records.count { $0 == nil }
        for record in records.compactMap({ $0 }) {
            if let transfer = record.body as? TransferRequest, let team = person.team,
                ![transfer.fromTeam, transfer.toTeam].contains(team)
            {
                answers.elsewhere += 1
            } else {
                add(record, to: &answers)
            }
        }
        try await addActions(of: nil, to: &answers)
        return answers
    }

    /// Those of one owner, or, without one, all that are past their day.
    private func addActions(of owner: String?, to answers: inout WaitingAnswers) async throws {
        let access = try context.leave(to: .seeToday, in: live)
        for record in try await live.store.auditActions(of: owner, on: live.today, access: access, at: live.now()) {
            guard let record, let action = record.body as? ActionFromAudit else {
                answers.restricted += 1
                continue
            }
            let listed = ListedChild(child: record.child, summary: record.summary, standing: nil, concerns: [])
            let by = owner == nil ? "\(names.name(action.owner)). " : ""
            let href = "\(listed.address)/steps/\(FinishAuditAction.name)?of=\(PercentText.encode(record.id.text))"
            let mayFinish = person.role.mayDo.contains(FinishAuditAction.verb)
            answers.auditActions.append(
                WaitingAnswers.Item(
                    child: Link(words: listed.nameShown, href: listed.address),
                    what: "\(by)\(AuditActionWords.due(action, on: live.today))", words: action.what,
                    answer: mayFinish ? Link(words: FinishAuditAction.words.title, href: href) : nil))
        }
    }

    private func add(_ record: WaitingRecord, to answers: inout WaitingAnswers) {
        switch record.body {
        case let transfer as TransferRequest:
            let team = Names(workforce)
            let from = transfer.fromTeam.map { "From \(team.team($0)) to " } ?? "To "
            answers.transfers.append(
                item(
                    record, "\(from)\(team.team(transfer.toTeam)).", transfer.askedBy, transfer.on, transfer.why,
                    link(record, AnswerTransfer.self)))
        case let delay as DelayExplained:
            let title = Rules.rule(ConcernCode(delay.concern))?.words.title ?? delay.concern
            answers.delays.append(
                item(
                    record, "\(title), put off until \(delay.newDay.words): \(delay.reason.words).", delay.askedBy,
                    delay.on, delay.why, link(record, AnswerDelay.self)))
        case let raised as Escalation:
            answers.escalations.append(
                item(
                    record, "By \(raised.by.words), to \(raised.to).", raised.recordedBy, raised.on, raised.what,
                    link(record, AnswerEscalation.self)))
        case let misfiled as MisfiledEntry:
            answers.proposals.append(
                item(
                    record, "\(misfiled.what) is said to be about another child.", misfiled.by, misfiled.on,
                    misfiled.why,
                    Link(words: proposalWords(record), href: "\(listed(record).address)/wrong-child")))
        case let merge as RecordMerge:
            // Which record the other is stands on the page alone: it may be one the reader may not open.
            answers.proposals.append(
                item(
                    record, "Another record is said to be of the same child.", merge.by, merge.on, merge.why,
                    Link(words: proposalWords(record), href: "\(listed(record).address)/merge")))
        case let destruction as DestructionProposal:
            answers.proposals.append(
                item(
                    record, "The record is past its retention and is proposed to be destroyed.", destruction.by,
                    destruction.on, destruction.authority,
                    Link(words: proposalWords(record), href: "\(listed(record).address)/destruction")))
        case let complaint as Complaint:
            let stage = complaint.stages.last
            answers.complaints.append(
                item(
                    record, "By \(complaint.by); it is \(stage?.at.words ?? "open"). \(dueWords(complaint)).", nil,
                    stage?.from ?? complaint.receivedOn, "“\(complaint.words)”", link(record, AnswerComplaint.self)))
        default: break
        }
    }

    private func listed(_ record: WaitingRecord) -> ListedChild {
        ListedChild(child: record.child, summary: record.summary, standing: nil, concerns: [])
    }

    private func proposalWords(_ record: WaitingRecord) -> String {
        mayAnswer(record) ? "Look at it: confirm or refuse" : "See it, or take it back"
    }

    /// "An answer was promised by Mon 16 Nov 2026: 5 days over". Where no day was promised, the council's own limit counts.
    private func dueWords(_ complaint: Complaint) -> String {
        let from = complaint.stages.last?.from ?? complaint.receivedOn
        let promised = complaint.stages.last?.promisedBy
        guard
            let due = promised
                ?? live.standards.calendar.due(limits.allowance(Self.complaintLimit), after: from)
        else { return "Not answered" }
        let over = live.today - due
        let state =
            over > 0
            ? ": \(over) \(over == 1 ? "day" : "days") over" : over == 0 ? ": today" : ", in \(-over) days"
        return promised == nil
            ? "No day was promised; here it is answered by \(due.words)\(state)"
            : "An answer was promised by \(due.words)\(state)"
    }

    private func isOfOwnChild(_ record: WaitingRecord) -> Bool {
        record.body is Complaint && record.summary.holder(on: live.today)?.worker == person.user.text
    }

    private func link(_ record: WaitingRecord, _ step: any Step.Type) -> Link? {
        guard mayAnswer(record) else { return nil }
        let of = PercentText.encode(record.id.text)
        return Link(words: step.words.title, href: "\(listed(record).address)/steps/\(step.name)?of=\(of)")
    }

    private func item(
        _ record: WaitingRecord, _ what: String, _ asker: String?, _ on: Day, _ words: String, _ answer: Link?
    ) -> WaitingAnswers.Item {
        let listed = listed(record)
        let when = "\(on.words)\(live.today.waited(since: on))"
        let by = asker.map { "Recorded by \(names.name($0)), \(when)." } ?? "Since \(when)."
        return WaitingAnswers.Item(
            child: Link(words: listed.nameShown, href: listed.address), what: "\(what) \(by)", words: words,
            answer: answer)
    }

    private func asked(_ record: WaitingRecord) -> Bool {
        switch record.body {
        case let transfer as TransferRequest: transfer.askedBy == person.user.text
        case let delay as DelayExplained: delay.askedBy == person.user.text
        case let raised as Escalation: raised.recordedBy == person.user.text
        default: record.proposedBy == person.user.text
        }
    }

    private func mayAnswer(_ record: WaitingRecord) -> Bool {
        let may = person.role.mayDo
        switch record.body {
        case let transfer as TransferRequest:
            return may.contains(AnswerTransfer.verb) && !asked(record) && person.team == transfer.toTeam
        case is DelayExplained:
            let isHeld = record.summary.holder(on: live.today)?.worker == person.user.text
            return may.contains(AnswerDelay.verb) && !asked(record) && !isHeld
        case let raised as Escalation:
            return may.contains(AnswerEscalation.verb) && (!asked(record) || raised.by == .partner)
        case is Complaint: return may.contains(AnswerComplaint.verb)
        default: return record.isProposal(toBeDecidedBy: person)
        }
    }
}

extension Day {
    /// ", 3 days ago" of something that waits since a day; nothing on the day itself.
    func waited(since day: Day) -> String {
        switch self - day {
        case ..<1: ""
        case 1: ", 1 day ago"
        case let days: ", \(days) days ago"
        }
    }
}
