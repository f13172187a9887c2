import API
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
        switch document.content {
        case .chronology, .plan, .wholeStory: page(of: nil)
        case .minutes: page(of: MinutesForReader(document.body, told: told).lines)
        case .plainWords:
            page(of: PlainWords(journey, document.body, isAnythingWithheld: !opened.withholding.isEmpty).lines)
        }
    }

    /// `lines` unmasked; nil for what is chosen out of the story.
    private func page(of lines: [OutgoingPage.Line]?) -> OutgoingPage {
        let address = ListedChild.address(of: opened.child)
        let events = StoryWords(names: Names(opened.setting.workforce), withholding: Withholding()).events(of: journey)
        let meant = Dictionary(
            (document.body.chosen ?? []).map { ($0.key, $0.meant) }, uniquingKeysWith: { first, _ in first })
        let chosen = events.filter(belongs).sorted { ($0.on, $0.place) < ($1.on, $1.place) }
        let lines =
            lines
            ?? chosen.map { event in
                var line = OutgoingPage.Line(date: event.on.words, title: event.title, words: event.words)
                line.meant = meant[event.key] ?? nil
                return line
            }
        let withholding = opened.withholding
        let body = document.body
        var page = OutgoingPage(
            heading: body.content.words, childName: opened.nameShown, childHref: address,
            lede: withholding.masked(lede(body)), notReleased: state(body).map(withholding.masked),
            takenOut: takenOut(lines),
            lines: lines.map { line in
                var line = line
                line.title = withholding.masked(line.title)
                line.words = withholding.masked(line.words)
                line.meant = line.meant.map(withholding.masked)
                return line
            },
            releaseHref: body.waits
                ? "\(address)/steps/\(ReleaseDocument.name)?of=\(PercentText.encode(document.id.text))" : nil)
        if body.waits, let leftOut = body.leftOut, !leftOut.isEmpty {
            page.leftOut =
                "Left out for this reader: \(leftOut.map(\.words).joined(separator: "; ")). "
                + withholding.masked(body.leftOutWhy ?? "")
        }
        if body.releasedOn != nil {
            page.tableHref = "\(address)/outgoing/\(PercentText.encode(document.id.text))/table.csv"
        }
        return page
    }

    /// The same as a table, once it is released. A row says whom it is for: it may travel without the others.
    var table: [UInt8] {
        let whom = opened.withholding.masked("\(document.body.recipient), \(document.body.relation)")
        var table = CSVText(header: ["Day", "What", "In words", "What it meant", "For"], marked: true)
        for line in page.lines { table.row([line.date, line.title, line.words, line.meant ?? "", whom]) }
        return table.bytes
    }

    /// All it may tell: what was released stays as somebody read it, and what was recorded since is for a new version.
    private var told: History {
        let entries = opened.history.entries
        let released = entries.first { entry in
            entry.id == document.id && (entry.body as? OutgoingDocument)?.releasedOn != nil
        }
        guard let released else { return opened.history }
        return History(entries: entries.filter { $0.sequence <= released.sequence })
    }

    private var journey: Journey {
        let told = told
        guard let upTo = document.body.upTo else { return told.journey() }
        var journey = History(entries: told.entries.filter { $0.sequence <= upTo }).journey()
        // What the family says against it goes with it, even where they said so after it was prepared.
        let disputes = told.journey().casework.disputedStatements
        if !disputes.isEmpty { journey.casework.disputedStatements = disputes }
        return journey
    }

    private func belongs(_ event: ToldEvent) -> Bool {
        // Minutes go out as a version for their reader, and in no other way.
        if event.kind == .meetingMinutes { return false }
        switch document.content {
        case .minutes, .plainWords: return false
        case .wholeStory: return event.kind != .outgoingDocument && event.kind != .withheldFact
        case .plan:
            return [.childProtectionPlan, .childInNeedPlan, .planReview, .inNeedPlanReview, .coreGroup].contains(
                event.kind)
        case .chronology: return document.body.chosen?.contains { $0.key == event.key } ?? event.isSignificant
        }
    }

    private func state(_ body: OutgoingDocument) -> String? {
        if body.releasedOn != nil { return nil }
        if let on = body.refusedOn { return "Kept back on \(on.words). \(body.refusedWhy ?? "")" }
        return "Not released: it must not leave until a second person has read it."
    }

    private func lede(_ body: OutgoingDocument) -> String {
        "For \(body.recipient), \(body.relation). Prepared on \(body.preparedOn.words)."
    }

    private func takenOut(_ lines: [OutgoingPage.Line]) -> [String] {
        var counts: [PrivateFact: Int] = [:]
        for line in lines {
            for fact in opened.withholding.mentions(in: "\(line.title)\n\(line.words)\n\(line.meant ?? "")") {
                counts[fact, default: 0] += 1
            }
        }
        let inEntries = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { fact, count in
            "\(fact.words), in \(count) \(count == 1 ? "entry" : "entries")"
        }
        let about = [lede(document.body), state(document.body) ?? ""]
        let inHeading = about.reduce(into: Set<PrivateFact>()) { $0.formUnion(opened.withholding.mentions(in: $1)) }
        return inEntries
            + inHeading.sorted { $0.rawValue < $1.rawValue }.map { "\($0.words), in what is said of who it is for" }
    }
}
