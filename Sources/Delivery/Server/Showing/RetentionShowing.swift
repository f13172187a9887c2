import ChildJourney
import Duties
import Pages
import RecordKeeping
import Retention
import WorkingDays

/// How long a record is kept, in words.
struct RetentionShowing {
    let names: PeopleNames

    static func because(_ verdict: RetentionVerdict) -> [String] {
        guard case .until(_, let reasons) = verdict else { return [] }
        return reasons.map { reason in
            "\(reason.row.title): \(reason.row.lengthWords) (\(reason.from.shortWords)), until "
                + "\(reason.until.shortWords). \(reason.row.source). \(mark(reason.row))"
        }
    }

    static func mark(_ row: RetentionRow) -> String {
        let standing = row.standing.words
        return "\(standing.prefix(1).uppercased())\(standing.dropFirst()); \(row.verification.words)"
    }

    static func verdict(_ verdict: RetentionVerdict) -> String {
        switch verdict {
        case .open: "Kept: something about this child has no end yet."
        case .noDate(let because): "Kept, with no date: \(because)."
        case .until(let day, _): "Kept until \(day.words)."
        }
    }

    func proposed(_ found: RetentionCase) -> String? {
        found.proposal.map { proposal in
            "Proposed by \(names.name(proposal.body.by)) on \(proposal.body.on.words)"
        }
    }

    func line(_ found: RetentionCase) -> Pages.RetentionPage.Line {
        let listed = ListedChild(child: found.child, summary: found.summary, standing: nil, concerns: [])
        return Pages.RetentionPage.Line(
            child: Link(words: listed.nameShown, href: "\(listed.address)/destruction"),
            keptUntil: found.verdict.keepUntil?.words ?? "", because: Self.because(found.verdict),
            keptBy: found.blocks.map(\.words), proposed: proposed(found))
    }

    static func goes(_ found: RetentionCase) -> [String] {
        let entries = found.entries.values.reduce(0, +)
        let kinds = found.entries.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.key.words) \($0.value)" }.joined(separator: ", ")
        return [
            "The text of \(entries) \(entries == 1 ? "entry" : "entries"): \(kinds)",
            "Documents no other record names, and everything worked out from the record: names, concerns, what search finds",
            "What anybody has begun to write about the child",
            "The words typed in \(found.logLines) \(found.logLines == 1 ? "line" : "lines") of the logs of who looked and who may open it",
        ]
    }

    static let stays = [
        "That there were entries: their numbers, kinds, days, authors and digests, so that the chain still verifies",
        "That they were erased, when, by whose authority, who proposed it and who confirmed it",
        "Who looked at the record and when",
        "The child's number here, which names nobody",
    ]

    func hold(_ hold: Recorded<LegalHold>) -> Pages.RetentionPage.Hold {
        let body = hold.body
        func name(_ user: String?) -> String { user.map(names.name) ?? "somebody" }
        return Pages.RetentionPage.Hold(
            id: hold.id.text, words: "Since \(body.on.words): \(body.authority), put on by \(name(body.by))",
            why: body.why,
            ended: body.endedOn.map { "Ended on \($0.words) by \(name(body.endedBy)): \(body.endedWhy ?? "")" })
    }
}
