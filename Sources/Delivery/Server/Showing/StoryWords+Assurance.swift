import ChildJourney
import WorkingDays

extension StoryWords {
    /// Who held the child to be unsafe, and what became of it; and that somebody read the file.
    func tellAssurance(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        for flag in journey.casework.unsafeFlags {
            let body = flag.body
            let title =
                body.isCannotTell ? "A reader could not tell whether the child is safe" : "Flagged as unsafe now"
            tell(flag, body.at.londonDay, title, joined("At \(body.at.clockWords)", body.why), &told)
            tell(
                flag, body.decidedAt?.londonDay, "Flag answered",
                joined(
                    body.seenAt.map { "Seen at \($0.clockWords)" + (body.seenBy.map { " by \($0)" } ?? "") },
                    body.established, body.decision,
                    body.isAgreed.map { $0 ? "Agreed by whoever flagged" : "Not agreed by whoever flagged" }), &told)
        }
        for audit in journey.casework.fileAudits where audit.body.isFinished {
            // NB: without its grade: whoever reads the file a second time reads it blind.
            let article = audit.body.reader.words.hasPrefix("a") || audit.body.reader == .inspector ? "an" : "a"
            tell(audit, audit.body.on, "File read", "By \(article) \(audit.body.reader.words)", &told)
        }
    }
}
