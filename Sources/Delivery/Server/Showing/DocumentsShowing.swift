import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A child's documents as the page lists them, with what is withheld taken out of their names and words.
struct DocumentsShowing {
    let opened: OpenedChild

    private var address: String { ListedChild.address(of: opened.child) }

    func page(form: DocumentsPage.Form?, errors: [FieldError] = []) -> DocumentsPage {
        DocumentsPage(
            childName: opened.nameShown, childHref: address, lines: lines(mayRecord: form != nil),
            isWithheld: !opened.withholding.isEmpty, form: form, errors: errors)
    }

    func line(_ document: Recorded<ReceivedDocument>) -> DocumentsPage.Line {
        let body = document.body
        let journey = opened.history.journey()
        let belongs = body.record.flatMap { record in
            journey.whatDocumentsBelongTo.first { $0.value == record.text }?.words
        }
        let added = Names(opened.setting.workforce).holder(worker: body.addedBy, team: nil)
        let masked = opened.withholding.masked
        var line = DocumentsPage.Line(
            name: masked(body.fileName), href: "\(address)/documents/\(PercentText.encode(document.id.text))",
            what: body.what.words, size: "\(body.type.words), \(Self.size(body.size))",
            from: "From \(masked(body.sentBy)), received on \(body.receivedOn.words)",
            belongs: [belongs, body.about.map(masked)].compactMap { $0 }.joined(separator: ". "),
            added: body.addedOn.map { "Added on \($0.words)" + (added.map { " by \($0)" } ?? "") } ?? "")
        line.disputes = journey.casework.disputedStatements.filter {
            $0.body.disputedKind == .document && $0.body.disputedRecord == document.id
        }.map { masked($0.body.told) }
        return line
    }

    private func lines(mayRecord: Bool) -> [DocumentsPage.Line] {
        opened.history.journey().casework.documents.reversed().map { document in
            var shown = line(document)
            if mayRecord {
                shown.disputeHref =
                    "\(address)/steps/\(DisputeEntry.name)?entry=\(PercentText.encode(DisputeEntry.value(document)))"
            }
            return shown
        }
    }

    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
        }
    }
}
