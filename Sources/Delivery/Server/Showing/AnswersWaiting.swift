import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Transfers, delays and escalations nobody has answered, as somebody sees them.
struct AnswersWaiting {
    private let live: Live
    private let person: SignedInPerson
    private let names: PeopleNames
    private let workforce: Workforce?
    private let records: [WaitingRecord?]

    init(_ live: Live, _ context: RequestDetails) async throws {
        self.live = live
        person = try context.signedIn().person
        workforce = try await live.store.setting(of: live.council)?.setting.workforce
        names = PeopleNames(users: try await live.store.users(in: live.council), workforce: workforce)
        records = try await live.store.waiting(access: context.leave(to: .seeToday, in: live), at: live.now())
    }

    /// What this person may answer, and what they asked for.
    func mine() -> WaitingAnswers {
        var answers = WaitingAnswers()
        for record in records.compactMap({ $0 }) where mayAnswer(record) || asked(record) { add(record, to: &answers) }
        return answers
    }

    /// Everything that waits, but of transfers those from and to the reader's team; all of them for a reader without one.
    func ofTeam() -> WaitingAnswers {
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
        return answers
    }

    private func add(_ record: WaitingRecord, to answers: inout WaitingAnswers) {
        switch record.body {
        case let transfer as TransferRequest:
            let team = Names(workforce)
            let from = transfer.fromTeam.map { "From \(team.team($0)) to " } ?? "To "
            answers.transfers.append(
                item(
                    record, "\(from)\(team.team(transfer.toTeam)).", transfer.askedBy, transfer.on, transfer.why,
                    AnswerTransfer.self))
        case let delay as DelayExplained:
            let title = Rules.rule(ConcernCode(delay.concern))?.words.title ?? delay.concern
            answers.delays.append(
                item(
                    record, "\(title), put off until \(delay.newDay.words): \(delay.reason.words).", delay.askedBy,
                    delay.on, delay.why, AnswerDelay.self))
        case let raised as Escalation:
            answers.escalations.append(
                item(
                    record, "By \(raised.by.words), to \(raised.to).", raised.recordedBy, raised.on, raised.what,
                    AnswerEscalation.self))
        default: break
        }
    }

    private func item(
        _ record: WaitingRecord, _ what: String, _ asker: String?, _ on: Day, _ words: String, _ step: any Step.Type
    ) -> WaitingAnswers.Item {
        let listed = ListedChild(child: record.child, summary: record.summary, standing: nil, concerns: [])
        let by = asker.map { "Recorded by \(names.name($0)), \(on.words)." } ?? "Recorded \(on.words)."
        let of = PercentText.encode(record.id.text)
        return WaitingAnswers.Item(
            child: Link(words: listed.nameShown, href: listed.address), what: "\(what) \(by)", words: words,
            answer: mayAnswer(record)
                ? Link(words: step.words.title, href: "\(listed.address)/steps/\(step.name)?of=\(of)") : nil)
    }

    private func asked(_ record: WaitingRecord) -> Bool {
        switch record.body {
        case let transfer as TransferRequest: transfer.askedBy == person.user.text
        case let delay as DelayExplained: delay.askedBy == person.user.text
        case let raised as Escalation: raised.recordedBy == person.user.text
        default: false
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
        default: return false
        }
    }
}
