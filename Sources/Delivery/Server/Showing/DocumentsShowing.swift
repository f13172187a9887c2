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
            childName: opened.nameShown, childHref: address, lines: lines,
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
        return DocumentsPage.Line(
            name: masked(body.fileName), href: "\(address)/documents/\(PercentText.encode(document.id.text))",
            what: body.what.words, size: "\(body.type.words), \(Self.size(body.size))",
            from: "From \(masked(body.sentBy)), received on \(body.receivedOn.words)",
            belongs: [belongs, body.about.map(masked)].compactMap { $0 }.joined(separator: ". "),
            added: body.addedOn.map { "Added on \($0.words)" + (added.map { " by \($0)" } ?? "") } ?? "")
    }

    private var lines: [DocumentsPage.Line] {
        opened.history.journey().casework.documents.reversed().map(line)
    }

    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
        }
    }
}
