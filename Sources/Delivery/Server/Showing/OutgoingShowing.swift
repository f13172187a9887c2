import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A document that is to go out, told from the record as it was known when it was prepared, with everything that is
/// withheld now taken out of it.
struct OutgoingShowing {
    let opened: OpenedChild
    let document: Recorded<OutgoingDocument>

    var page: OutgoingPage {
        let address = ListedChild.address(of: opened.child)
        let told = StoryWords(names: Names(opened.setting.workforce), withholding: Withholding()).events(of: journey)
        let chosen = told.filter(belongs).sorted { ($0.on, $0.place) < ($1.on, $1.place) }
        let withholding = opened.withholding
        let body = document.body
        return OutgoingPage(
            heading: body.content.words, childName: opened.nameShown, childHref: address,
            lede: "For \(body.recipient), \(body.relation). Prepared on \(body.preparedOn.words).",
            notReleased: state(body), takenOut: takenOut(chosen),
            lines: chosen.map { event in
                OutgoingPage.Line(
                    date: event.on.words, title: withholding.masked(event.title),
                    words: withholding.masked(event.words))
            },
            releaseHref: body.waits
                ? "\(address)/steps/\(ReleaseDocument.name)?of=\(PercentText.encode(document.id.text))" : nil)
    }

    private var journey: Journey {
        guard let upTo = document.body.upTo else { return opened.history.journey() }
        return History(entries: opened.history.entries.filter { $0.sequence <= upTo }).journey()
    }

    private func belongs(_ event: ToldEvent) -> Bool {
        switch document.content {
        case .wholeStory: event.kind != .outgoingDocument && event.kind != .withheldFact
        case .plan:
            [.childProtectionPlan, .childInNeedPlan, .planReview, .inNeedPlanReview, .coreGroup].contains(event.kind)
        case .chronology: event.isSignificant
        }
    }

    private func state(_ body: OutgoingDocument) -> String? {
        if body.releasedOn != nil { return nil }
        if let on = body.refusedOn { return "Kept back on \(on.words). \(body.refusedWhy ?? "")" }
        return "Not released: it must not leave until a second person has read it."
    }

    private func takenOut(_ events: [ToldEvent]) -> [String] {
        var counts: [PrivateFact: Int] = [:]
        for event in events {
            for fact in opened.withholding.mentions(in: "\(event.title)\n\(event.words)") {
                counts[fact, default: 0] += 1
            }
        }
        return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { fact, count in
            "\(fact.words), in \(count) \(count == 1 ? "entry" : "entries")"
        }
    }
}
