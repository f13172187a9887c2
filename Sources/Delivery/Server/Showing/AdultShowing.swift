import AccessRules
import Casework
import ChildJourney
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// An adult of the record as their page shows them.
struct AdultShowing {
    let opened: OpenedAdult
    let day: Day
    let mayRecord: Bool

    var page: AdultPage {
        let journey = opened.history.journey()
        let person = journey.person?.body
        var page = AdultPage(
            name: opened.nameShown, born: person?.bornOn.map { "born \($0.words)" } ?? "date of birth not known",
            knownAs: person?.knownAs, formerNames: person?.formerNames ?? [],
            risks: journey.casework.risksPosed.map(risk).sorted { $0.stands && !$1.stands },
            addresses: journey.addresses.reversed().map(address), children: children, hidden: opened.hidden,
            actions: actions)
        page.themselves = themselves
        page.ties = ties
        page.hiddenTies = opened.hiddenTies
        page.findHref = mayRecord ? "\(opened.address)/steps/\(TieAdults.name)" : nil
        return page
    }

    private var mayExpect: Bool {
        let person = opened.history.journey().person?.body
        return person?.sex != "M" && person?.diedOn == nil
    }

    private var actions: [Link] {
        guard mayRecord else { return [] }
        var steps: [any Step.Type] = [RecordRiskPosed.self, ChangeAdult.self, TieAdults.self]
        if opened.history.saidToBe.isEmpty { steps.append(SayAdultIsChild.self) }
        return steps.map { (step: any Step.Type) in
            Link(words: step.words.title, href: "\(opened.address)/steps/\(step.name)")
        }
            + (mayExpect
                ? [
                    Link(
                        words: "Refer her unborn baby",
                        href: "/referrals/new?searched=unborn&mother=\(PercentText.encode(opened.adult.local))")
                ] : [])
    }

    private var themselves: [AdultPage.Themselves] {
        opened.themselves.map { child, summary, said in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            let end = "\(opened.address)/steps/\(EndAdultIsChild.name)?of=\(PercentText.encode(said.id.text))"
            return AdultPage.Themselves(
                child: PersonLine(
                    role: "Also a child of this record", name: listed.nameShown, href: listed.address,
                    detail:
                        "Said \(said.body.on.words) by \(said.body.by ?? "somebody"): \(opened.withholding.masked(said.body.why))"
                ), end: mayRecord ? Link(words: EndAdultIsChild.words.title, href: end) : nil)
        }
    }

    private var ties: [AdultPage.TieLine] {
        opened.ties.map { tied in
            let days = [
                tied.tie.from.map { "since \($0.words)" }, tied.tie.until.map { "until \($0.words)" },
            ].compactMap { $0 }
            // It is changed where it stands.
            let own = tied.isFromOther ? Relatives.address(ofAdult: tied.adult.local) : opened.address
            let change = "\(own)/steps/\(ChangeAdultTie.name)?of=\(PercentText.encode(tied.tie.id.text))"
            return AdultPage.TieLine(
                person: PersonLine(
                    role: tied.words, name: tied.person?.nameShown ?? "no name recorded",
                    href: Relatives.address(ofAdult: tied.adult.local),
                    detail: days.isEmpty ? nil : days.joined(separator: ", ")),
                change: mayRecord
                    ? Link(
                        words: "Change what they are to \(tied.person?.nameShown ?? "this adult")", href: change) : nil)
        }
    }

    private func risk(_ risk: Recorded<PersonPosingRisk>) -> AdultPage.RiskLine {
        let body = risk.body
        let stands = body.stands(on: day)
        let title = "\(body.what) (\(body.basis.words))"
        var words = ["Known since \(body.knownOn.words). Source: \(body.source)."]
        words.append(body.answer.map { "What the person says: \($0)" } ?? "What the person says is not recorded.")
        for review in body.reviews ?? [] { words.append("Looked at \(review.on.words): it stands. \(review.why)") }
        if let ended = body.endedOn {
            words.append("Ended \(ended.words). \(body.endedWhy ?? "")")
        } else if let review = body.lastReviewDay {
            words.append(
                stands ? "To be looked at again by \(review.words)." : "Lapsed: not looked at again by \(review.words)."
            )
        }
        let query = PercentText.encode(risk.id.text)
        let link =
            mayRecord && body.endedOn == nil
            ? Link(
                words: ReviewRiskPosed.words.title, href: "\(opened.address)/steps/\(ReviewRiskPosed.name)?of=\(query)")
            : nil
        let hiding = opened.withholding
        return AdultPage.RiskLine(
            title: hiding.masked(title), words: words.map(hiding.masked), stands: stands, review: link)
    }

    private func address(_ address: Recorded<Address>) -> String {
        let days = [address.from.map { "from \($0.words)" }, address.until.map { "until \($0.words)" }]
            .compactMap(\.self).joined(separator: " ")
        // Whoever lives with a child whose address is withheld lives at that address.
        return opened.withholding.masked(address.body.line) + (days.isEmpty ? "" : " (\(days))")
    }

    private var children: [PersonLine] {
        opened.children.map { child, summary, tie in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return PersonLine(
                role: "\(tie.kindWords) to", name: listed.nameShown, href: listed.address,
                detail: ([listed.ageWords(on: day)] + tie.facts).joined(separator: ", "))
        }
    }
}

extension OpenedAdult {
    var nameShown: String { history.journey().person?.body.nameShown ?? "Adult \(adult.local)" }
    var address: String { Relatives.address(ofAdult: adult.local) }
}

extension AlikeAdult {
    /// "Ann Invented, born Fri 11 Feb 1990. Likely the same person. Same name; same address."
    var words: String { "\(found.words). \(match.band.wordsOfAdult). \(match.words)." }
}

extension FoundAdult {
    /// "Ann Invented, born Fri 11 Feb 1990, with Ada Invented".
    var words: String {
        let born = person.bornOn.map { "born \($0.shortWords)" } ?? "date of birth not known"
        let with = children.isEmpty ? nil : "with \(children.joined(separator: ", "))"
        return [person.nameShown ?? "no name recorded", born, with].compactMap { $0 }.joined(separator: ", ")
    }

    var line: PersonLine {
        PersonLine(
            role: "Adult", name: person.nameShown ?? "no name recorded", href: Relatives.address(ofAdult: adult.local),
            detail: words.split(separator: ", ").dropFirst().joined(separator: ", "))
    }
}
