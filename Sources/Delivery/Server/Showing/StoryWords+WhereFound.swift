import Casework
import ChildJourney
import WorkingDays

/// Where the child can be found, and what came in and goes out on paper.
extension StoryWords {
    /// That it was recorded, and not what it is: that stands in one place alone.
    func tellWhereFound(_ journey: Journey, _ told: inout [ToldEvent]) {
        for address in journey.hasCasework ? journey.addresses : [] {
            tell(address, address.from, "Address recorded", "", &told)
        }
        for detail in journey.casework.contactDetails {
            tell(detail, detail.from, "\(detail.fact.words.atSentenceStart) recorded", "", &told)
        }
        for misfiled in journey.casework.misfiledEntries {
            let title =
                if misfiled.body.isTakenBack {
                    "Said to be about another child; taken back, and not sealed"
                } else if misfiled.body.endedOn != nil {
                    "Said to be about another child; refused, and not sealed"
                } else if misfiled.body.waiting != nil {
                    "Said to be about another child, and not sealed: a second manager confirms it"
                } else if misfiled.sealed.isEmpty {
                    "Came here from another record"
                } else {
                    "Recorded about the wrong child, and sealed"
                }
            tell(
                misfiled, misfiled.body.endedOn ?? misfiled.body.on, title,
                joined(
                    misfiled.body.what, "Because: \(misfiled.body.why)",
                    misfiled.body.endedWhy.map { "Refused because: \($0)" }), &told)
        }
        for merge in journey.casework.merges where merge.body.isKept || !merge.body.stands {
            tell(
                merge, merge.body.on, "Proposed: another record is of the same child",
                joined("Because: \(merge.body.why)"), &told)
            tell(merge, merge.body.refusedOn, "Found not to be of the same child", joined(merge.body.refusedWhy), &told)
            tell(
                merge, merge.body.confirmedAt?.londonDay, "Another record of the same child is read here from now on",
                "", &told)
            tell(
                merge, merge.body.undoneAt?.londonDay, "The two records stand apart again",
                joined(merge.body.undoneWhy), &told)
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
