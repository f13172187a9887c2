import Casework
import ChildJourney
import WorkingDays

extension StoryWords {
    /// What the family said against what was done, and the minutes of the meetings they came to.
    func tellFamilysSide(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        for complaint in journey.casework.complaints {
            let body = complaint.body
            for (place, stage) in body.stages.enumerated() {
                let promised = stage.promisedBy.map { "An answer was promised by \($0.words)" }
                tell(
                    complaint, stage.from, place == 0 ? "Complaint by \(body.by)" : "Complaint taken further",
                    joined(
                        place == 0 ? "“\(body.words)”" : nil, "It is \(stage.at.words)", promised,
                        stage.answeredOn == nil ? "Not answered yet" : nil), &told)
                let days = stage.days.map { $0 == 1 ? "After 1 day" : "After \($0) days" }
                tell(
                    complaint, stage.answeredOn, "Complaint answered", joined(stage.outcome?.words, stage.answer, days),
                    &told)
            }
        }
        for dispute in journey.casework.disputedStatements {
            let what = dispute.body.disputedKind.words
            tell(
                dispute, dispute.body.on, "Disputed: \(what)", "By \(dispute.body.by). It stands beside that entry.",
                &told)
        }
        for minutes in journey.casework.meetingMinutes {
            let parts = minutes.body.parts.map { part in
                let who = part.present.map { " (\($0))" } ?? ""
                return "\(part.part.words)\(who): \(part.said)"
            }
            let how = minutes.body.separately ? "People came separately" : nil
            tell(
                minutes, minutes.body.on, "Minutes",
                ([how].compactMap { $0 } + parts).map { joined($0) }.joined(separator: " "), &told)
            let again = journey.toBeTold(again: minutes)
            tell(
                minutes, minutes.body.correctedOn, "Minutes corrected",
                joined(
                    minutes.body.correctedWhy,
                    again.isEmpty
                        ? nil : "To be told again, as they have an earlier version: \(again.joined(separator: "; "))",
                    "What the minutes said first stands under \u{201C}What was changed\u{201D}"), &told)
        }
    }

    /// Each beside the entry it disputes.
    func setBeside(_ disputes: [Recorded<DisputedStatement>], _ told: inout [ToldEvent]) {
        for dispute in disputes {
            for place in told.indices
            where told[place].kind == dispute.body.disputedKind && told[place].record == dispute.body.disputedRecord {
                told[place].disputes.append(withholding.masked(dispute.body.told))
            }
        }
    }
}
