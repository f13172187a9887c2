import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Where a child is found, as a page shows it: with what is withheld hidden, or told once to somebody who said why.
struct DetailsShowing {
    let opened: OpenedChild
    let role: Role
    let today: Day
    /// Whether this reader has said why they need what is withheld, and that is logged.
    var isShown = false
    /// Those who sign in, by the name people know them by.
    var names: PeopleNames?

    private var journey: Journey { opened.history.journey() }
    private var address: String { ListedChild.address(of: opened.child) }

    func page(csrfToken: String, errors: [FieldError]) -> DetailsPage {
        let journey = journey
        return DetailsPage(
            childName: opened.nameShown, childHref: address, csrfToken: csrfToken, lines: lines(journey),
            withheld: elsewhere(journey)
                + journey.casework.withheldFacts.filter { $0.endedOn == nil }.map { held in
                    DetailsPage.Withheld(
                        what: held.facts.map(\.words).joined(separator: ", "),
                        from: held.body.from.map(opened.withholding.masked),
                        why: opened.withholding.masked(held.body.why),
                        when: "Withheld on \(held.on.words)"
                            + (held.body.by.flatMap { names?.name($0) }.map { " by \($0)." } ?? ".")
                            + (held.body.reviewBy.map { " To be looked at again by \($0.words)." } ?? ""))
                }, actions: actions(journey), documents: documents(journey), maySee: role.mayDo.contains(.recordNote),
            isShown: isShown, errors: errors)
    }

    /// What is withheld on the record of a brother or a sister, or of somebody else the child is tied to.
    private func elsewhere(_ journey: Journey) -> [DetailsPage.Withheld] {
        let own = journey.casework.withheldFacts.filter { $0.endedOn == nil }.flatMap(\.body.from)
        let people = opened.withholding.people.filter { !own.contains($0) }
        if people.isEmpty { return [] }
        return [
            DetailsPage.Withheld(
                what: "for somebody they belong with", from: people.map(opened.withholding.masked),
                why: "It is withheld on the other record, and hidden here too.", when: "")
        ]
    }

    /// "Lives at ...", or that it is withheld, for the top of the child's page; nil where nothing is recorded.
    var home: String? {
        let journey = journey
        let now = journey.addresses.filter { $0.until == nil }
        let people = opened.withholding.people
        let withheld =
            opened.withholding.isEmpty
            ? ""
            : "Withheld from \(people.count) \(people.count == 1 ? "person" : "people"): check before anything goes out."
        guard let home = now.last else { return withheld.isEmpty ? nil : withheld }
        let text = home.body.line
        return opened.withholding.hides(.address, saying: text)
            ? "Address withheld. \(withheld)" : "Lives at \(text). \(withheld)"
    }

    private func lines(_ journey: Journey) -> [DetailsPage.Line] {
        var lines = journey.addresses.map { record in
            line(.address, record.body.kind, record.body.line, record.from, record.until)
        }
        lines += journey.casework.contactDetails.map { record in
            line(record.fact, nil, record.body.words, record.from, record.until)
        }
        return lines
    }

    private func line(
        _ fact: PrivateFact, _ kind: String?, _ words: String, _ from: Day?, _ until: Day?
    ) -> DetailsPage.Line {
        // What ended before it was withheld is known to them already, and is not kept from them.
        let isHidden = opened.withholding.hides(fact, saying: words, until: until) && !isShown
        let when = [from.map { "Since \($0.words)" }, until.map { "until \($0.words)" }].compactMap { $0 }
        return DetailsPage.Line(
            what: [fact.words.atSentenceStart, isHidden ? nil : kind].compactMap { $0 }.joined(separator: ", "),
            words: isHidden ? nil : words, when: when.joined(separator: ", "), isPast: until != nil)
    }

    private func actions(_ journey: Journey) -> [Link] {
        guard role.mayDo.contains(.recordNote) else { return [] }
        let steps: [any Step.Type] = [
            RecordAddress.self, RecordContactDetail.self, WithholdFact.self, EndWithholding.self, PrepareDocument.self,
        ]
        return steps.filter { role.mayDo.contains($0.verb) && !$0.openings(journey, on: today).isEmpty }.map { step in
            Link(words: step.words.title, href: "\(address)/steps/\(step.name)")
        }
    }

    private func documents(_ journey: Journey) -> [Link] {
        journey.casework.outgoingDocuments.reversed().map { document in
            let state =
                document.releasedOn.map { "released on \($0.words)" }
                ?? document.refusedOn.map { "kept back on \($0.words)" } ?? "waits for a second person"
            return Link(
                words: opened.withholding.masked(
                    "\(document.content.words), for \(document.body.recipient): \(state)"),
                href: "\(address)/outgoing/\(PercentText.encode(document.id.text))")
        }
    }
}
