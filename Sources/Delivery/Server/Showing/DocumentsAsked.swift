import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// What is said of a document that is added: read from the form, and put back into it where something is wrong.
struct DocumentsAsked {
    /// Nil where something must be put right.
    let told: AddDocument.Told?
    /// The document's own id; nil where a form came without one.
    let record: RecordID?
    private let typed: [String: String]

    /// An empty form, for today.
    init(on day: Day) {
        told = nil
        record = RecordID("document-\(SecretToken().text.prefix(20))")
        typed = ["on": day.shortWords]
    }

    init(_ form: inout FormReader, fileName: String?, opened: OpenedChild, today: Day) {
        let names = ["what", "from", "on", "of", "about"]
        typed = Dictionary(names.map { ($0, form.given($0) ?? "") }, uniquingKeysWith: { first, _ in first })
        record = form.given("record").flatMap { Self.isID($0) ? RecordID($0) : nil }
        if fileName == nil { form.note("file", "Choose a file") }
        let what: DocumentKind? = form.choice("what", called: "what it is")
        let from = form.text("from", called: "who sent it")
        let on = form.day("on", called: "the day it was received", around: today)
        if let on, on > today { form.note("on", "Enter a day up to today") }
        let about = form.text("about", called: "what it is about", atMost: 300, required: false)
        let of = form.given("of")
        if let of, !opened.history.journey().whatDocumentsBelongTo.contains(where: { $0.value == of }) {
            form.note("of", "Choose what it belongs to from the list")
        }
        for (field, text) in [("from", from), ("about", about)] {
            let told = opened.withholding.mentions(in: text ?? "").map(\.words).sorted().joined(separator: " and ")
            if !told.isEmpty { form.note(field, "This tells the \(told), which is withheld. Leave it out") }
        }
        guard let what, let from, let on, let fileName, form.problems.isEmpty else {
            told = nil
            return
        }
        told = AddDocument.Told(
            what: what, fileName: fileName, sentBy: from, receivedOn: on, record: of.map { RecordID($0) }, about: about)
    }

    private static func isID(_ text: String) -> Bool {
        text.hasPrefix("document-") && text.utf8.count <= 60
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    }

    func form(
        of journey: Journey, _ withholding: Withholding, csrfToken: String, limit: Int
    ) -> DocumentsPage.Form {
        DocumentsPage.Form(
            csrfToken: csrfToken, record: record?.text ?? "",
            hint: "A PDF, Word document, Excel workbook, PNG or JPEG picture, plain text or e-mail, of "
                + "\(limit / 1_000_000) MB at most. Which of these it is, is read from the file and not from its name.",
            kinds: DocumentKind.allCases.map {
                FilterOption(value: $0.rawValue, words: $0.words, isChosen: typed["what"] == $0.rawValue)
            },
            from: withholding.masked(typed["from"] ?? ""), on: typed["on"] ?? "",
            records: journey.whatDocumentsBelongTo.prefix(40).map {
                FilterOption(value: $0.value, words: $0.words, isChosen: typed["of"] == $0.value)
            }, about: withholding.masked(typed["about"] ?? ""))
    }
}
