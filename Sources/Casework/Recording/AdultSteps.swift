import AccessRules
import ChildJourney
import Duties
import WorkingDays

/// What is recorded about an adult of the record, on the adult's own page.
package enum AdultSteps {
    package static let all: [any Step.Type] = [
        RecordRiskPosed.self, ReviewRiskPosed.self, ChangeAdult.self, TieAdults.self, ChangeAdultTie.self,
        SayAdultIsChild.self, EndAdultIsChild.self,
    ]

    package static func step(_ name: String) -> (any Step.Type)? { all.first { $0.name == name } }
}

/// An adult may harm children: on what that rests, who says so, and what the adult answers.
package enum RecordRiskPosed: Step {
    package static let name = "risk"
    package static let words = StepWords(
        "Record that they pose a risk", done: "Recorded",
        lede:
            "Children of every home they live in are looked at again at once. What is only alleged lapses on its review day."
    )
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it become known?", called: "the day it became known", scene.today),
            StepField(
                "basis", "On what does it rest?", called: "on what it rests",
                .choice(RiskBasis.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("what", "What is the risk?", called: "what the risk is", .longText),
            StepField("source", "Who says so, or what shows it?", called: "who says so", .text),
            StepField(
                "answer", "What does the person say to it?", called: "what the person says", .longText, required: false),
            StepField(
                "review", "When is it looked at again?", called: "when it is looked at again", .day, required: false,
                hint: "What is alleged is looked at again within \(RiskReviewDay.words(scene)), or it lapses"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let basis: RiskBasis = answers.choice("basis"),
            let what = answers.text("what"), let source = answers.text("source")
        else { return [] }
        var body = PersonPosingRisk(knownOn: on, basis: basis, what: what, source: source)
        body.by = scene.person.user.text
        body.answer = answers.text("answer")
        body.reviewOn = answers.day("review")
        if basis == .alleged {
            body.reviewOn = RiskReviewDay.checked(body.reviewOn, "review", from: on, &answers, scene)
        }
        return [StepRecord(body, id: scene.id)]
    }
}

/// Somebody looks again at a risk an adult was said to pose: it stands until another day, or it ends.
package enum ReviewRiskPosed: Step {
    package static let name = "risk-review"
    package static let words = StepWords("Look again at the risk they pose", done: "Review recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.risksPosed.filter { $0.body.endedOn == nil }.map { risk in
            StepOpening(
                risk.id, words: "what became known \(risk.body.knownOn.shortWords)",
                isNext: risk.body.basis == .alleged && !risk.body.stands(on: day))
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it looked at?", called: "the day it was looked at", scene.today),
            StepField(
                "stands", "Does it stand?", called: "whether it stands", .yesNo,
                hint:
                    "What stands no longer ends today. What is more than alleged a manager ends, who did not record it"
            ),
            StepField("why", "Why?", called: "why", .longText),
            StepField(
                "answer", "What does the person say to it?", called: "what the person says", .longText, required: false,
                initial: [risk(scene)?.body.answer].compactMap { $0 }),
            StepField(
                "review", "If it stands: when is it looked at again?", called: "when it is looked at again", .day,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let risk = risk(scene), let stands = answers.yes("stands"), let why = answers.text("why"),
            let on = answers.pastDay(from: risk.body.knownOn, today: scene.today)
        else { return [] }
        var body = risk.body
        body.answer = answers.text("answer") ?? body.answer
        if stands {
            let next = RiskReviewDay.checked(answers.day("review"), "review", from: on, &answers, scene)
            body.reviews =
                (body.reviews ?? []) + [RiskReview(on: on, nextOn: next, why: why, by: scene.person.user.text)]
        } else {
            // NB: every home the adult lives in is left alone by this, so it counts from today, and is not one person's word.
            (body.endedOn, body.endedWhy) = (scene.today, why)
            if body.basis != .alleged {
                if !scene.person.role.mayDo.contains(.decide) {
                    answers.note("stands", "A manager ends what was found, assessed or convicted")
                } else if body.by == scene.person.user.text {
                    answers.note("stands", "You recorded this yourself: another manager ends it")
                }
            }
        }
        return [StepRecord(body, id: risk.id, corrects: risk.place)]
    }

    private static func risk(_ scene: StepScene) -> Recorded<PersonPosingRisk>? {
        scene.journey.casework.risksPosed.last { $0.id == scene.opening.record }
    }
}

/// An adult's name, birth date or address is another, or is known now.
package enum ChangeAdult: Step {
    package static let name = "details"
    package static let words = StepWords("Change their details", done: "Details changed")
    package static let verb = Verb.recordNote
    package static let privateAnswers: Set<String> = ["address", "postcode"]

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.person.map { [StepOpening($0.id)] } ?? []
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let person = scene.journey.person?.body
        let isWithheld = isAddressWithheld(scene)
        // NB: a form that came with the mask in it would take the mask for the address.
        let address = isWithheld ? nil : scene.journey.addresses.last { $0.until == nil }?.body
        return [
            StepField(
                "forename", "Forename", called: "the forename", .text, required: false,
                initial: [person?.forename].compactMap { $0 }),
            StepField("surname", "Surname", called: "the surname", .text, initial: [person?.surname].compactMap { $0 }),
            StepField(
                "knownAs", "Known as", called: "what they are called", .text, required: false,
                initial: [person?.knownAs].compactMap { $0 }),
            StepField(
                "born", "Date of birth", called: "the date of birth", .day, required: false,
                hint: "Nothing, if it is not known", initial: [person?.bornOn?.shortWords].compactMap { $0 }),
            StepField(
                "died", "Date of death", called: "the date of death", .day, required: false,
                initial: [person?.diedOn?.shortWords].compactMap { $0 }),
            StepField(
                "address", "Address", called: "the address", .longText, required: false,
                hint: isWithheld ? "It is withheld, and stays as it is. Write here only where they have moved to" : nil,
                initial: [address?.text].compactMap { $0 }),
            StepField(
                "postcode", "Postcode", called: "the postcode", .text, required: false,
                initial: [address?.postcode].compactMap { $0 }),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let person = scene.journey.person else { return [] }
        var body = person.body
        if let surname = answers.text("surname"), let before = body.surname, surname != before {
            body.formerNames = (body.formerNames ?? []) + [before]
        }
        body.forename = answers.text("forename")
        body.surname = answers.text("surname")
        body.knownAs = answers.text("knownAs")
        body.bornOn = answers.pastDay("born", today: scene.today)
        if let born = body.bornOn, born.completedYears(on: scene.today) < 18 {
            answers.note("born", "Somebody under 18 is a child: they are found or referred as one")
        }
        body.diedOn = answers.pastDay("died", from: body.bornOn, today: scene.today)
        var records = [StepRecord(body, id: person.id, corrects: person.place)]
        let before = scene.journey.addresses.last { $0.until == nil }
        let (text, postcode) = (answers.text("address"), answers.text("postcode"))
        guard text != before?.body.text || postcode != before?.body.postcode else { return records }
        if isAddressWithheld(scene), text == nil, postcode == nil { return records }
        if var left = before?.body {
            left.until = scene.today
            records.append(StepRecord(left, id: before?.id ?? scene.also("left"), corrects: before?.place))
        }
        if text != nil || postcode != nil {
            records.append(
                StepRecord(
                    Address(postcode: postcode, text: text, from: scene.today), id: scene.also("address")))
        }
        return records
    }
}

extension ChangeAdult {
    /// Whether where they live now is withheld on the record of a child they belong with.
    fileprivate static func isAddressWithheld(_ scene: StepScene) -> Bool {
        guard let now = scene.journey.addresses.last(where: { $0.until == nil })?.body else { return false }
        return [now.text, now.postcode].contains { !scene.withholding.mentions(in: $0 ?? "").isEmpty }
    }
}

/// When an allegation is looked at again: within the council's own limit.
enum RiskReviewDay {
    private static let limit: LimitID = "risk_alleged_review_local"

    static func words(_ scene: StepScene) -> String { scene.limits?.allowance(limit).words ?? "6 months" }

    private static func latest(_ day: Day, _ scene: StepScene) -> Day {
        let months = scene.limits?.allowance(limit).number ?? 6
        return day.adding(months: months)
    }

    static func checked(
        _ typed: Day?, _ field: String, from day: Day, _ answers: inout StepAnswers, _ scene: StepScene
    ) -> Day {
        let latest = latest(day, scene)
        guard let typed else { return latest }
        if typed <= day || typed > latest {
            answers.note(field, "Enter a day after \(day.shortWords) and up to \(latest.shortWords)")
        }
        return typed
    }
}
