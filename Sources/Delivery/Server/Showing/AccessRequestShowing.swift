import Casework
import ChildJourney
import Duties
import Pages
import RecordKeeping
import Retention
import WorkingDays

/// A request for access to a record, as its page shows it.
struct AccessRequestShowing {
    let opened: OpenedChild
    let bundle: AccessBundle
    let terms: AccessTerms
    let names: PeopleNames
    /// The page that is asked for; the first nobody has read where none is.
    var number: Int?
    var isKept = false
    var typed: FormFields?
    var mayGive = false

    private var body: SubjectAccessRequest { bundle.request.body }
    private var address: String { ListedChild.address(of: opened.child) }

    func page(csrfToken: String, errors: [FieldError]) -> AccessRequestPage {
        let masked = opened.withholding.masked
        var keptBack: String?
        if body.isBeingRead, let on = body.keptBackOn {
            let by = body.keptBackBy.map(names.name) ?? "somebody"
            keptBack = masked("Kept back on \(on.words) by \(by): \(body.keptBackWhy ?? "")")
        }
        return AccessRequestPage(
            childName: opened.nameShown, childHref: address,
            action: AccessRequestRoutes.address(bundle.request.id, of: opened.child), csrfToken: csrfToken,
            lede: masked("\(body.askedBy), \(body.relation). Asked for on \(body.receivedOn.words)."),
            due: body.waits ? "To be answered by \(body.answerBy.words) (\(terms.source))." : "",
            seen: bundle.request.place,
            links: links, untold: bundle.untold,
            reasons: terms.reasons.map { ($0.words, "\($0.source) (\($0.verification.words))") }, keptBack: keptBack,
            saved: isKept, stage: stage, errors: errors)
    }

    private var links: [Link] {
        guard body.waits else { return [] }
        let of = "?of=\(PercentText.encode(bundle.request.id.text))"
        return
            (body.extendedTo == nil
            ? [Link(words: "Take longer over it", href: "\(address)/steps/\(ExtendAccessRequest.name)\(of)")] : [])
            + [
                Link(
                    words: "End it without giving anything here",
                    href: "\(address)/steps/\(EndAccessRequest.name)\(of)")
            ]
    }

    private var stage: AccessRequestPage.Stage {
        if let document = body.given, let on = body.answeredOn {
            let by = body.endedBy.map(names.name) ?? "somebody"
            return .given(
                document: Link(
                    words: "What was given on \(on.words), by leave of \(by)",
                    href: "\(address)/documents/\(PercentText.encode(document.text))"), leftOut: leftOut)
        }
        if let on = body.answeredOn {
            let how = [body.end?.words, body.endedWhy].compactMap(\.self).joined(separator: ". ")
            return .ended(opened.withholding.masked("Ended on \(on.words). \(how)"))
        }
        if body.waitsForSecond {
            return .waits(
                lines: bundle.given.map { OutgoingPage.Line(date: $0.date, title: $0.title, words: $0.words) },
                leftOut: leftOut, leftStanding: bundle.leftStanding, mayRelease: mayGive)
        }
        let unread = bundle.unread
        let number = min(max(number ?? unread.first ?? 1, 1), bundle.pages)
        return .reading(
            number: number, of: bundle.pages,
            lines: AccessMarks(bundle: bundle, number: number, terms: terms).lines(typed),
            digest: bundle.digest(number), unread: unread)
    }

    /// Where and why, and never the words.
    private var leftOut: [AccessRequestPage.LeftOut] {
        (body.pagesRead ?? []).sorted { $0.number < $1.number }.flatMap { page in
            let lines = Dictionary(grouping: page.redactions) { "\($0.line) \($0.reason)" }
            return lines.values.sorted { ($0[0].line, $0[0].reason) < ($1[0].line, $1[0].reason) }.map { marks in
                let isWhole = marks.contains { $0.range == nil }
                return AccessRequestPage.LeftOut(
                    place: "Page \(page.number), entry \(marks[0].line + 1)",
                    what: isWhole ? "All of it" : marks.count == 1 ? "1 passage" : "\(marks.count) passages",
                    why: terms.reason(marks[0].reason)?.words ?? marks[0].reason)
            }
        }
    }
}
