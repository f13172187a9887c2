import AccessRules
import ChildJourney
import WorkingDays

/// A child is to go to another team. Until a manager of that team accepts, nothing changes.
package enum RequestTransfer: Step {
    package static let name = "transfer"
    package static let words = StepWords(
        "Ask another team to take the child over", done: "Transfer asked for",
        lede: "Until a manager of that team accepts, whoever holds the child goes on holding them.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        let waits = journey.casework.transfers.contains(where: \.body.isWaiting)
        return journey.openReferrals.isEmpty || waits || journey.lead(on: day) == nil ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "team", "Which team?", called: "the team",
                .choice(scene.teams.filter { $0.value != scene.teamHolding }),
                hint: "Teams that have a manager here, so that somebody can answer"),
            StepField("why", "Why?", called: "why", .longText, hint: "What the other team needs to know to answer"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let team = answers.text("team"), let why = answers.text("why") else { return [] }
        var body = TransferRequest(on: scene.today, fromTeam: scene.teamHolding, toTeam: team, why: why)
        body.askedBy = scene.me
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager of the receiving team takes the child over, naming who will hold them, or refuses and says why.
package enum AnswerTransfer: Step {
    package static let name = "transfer-answer"
    package static let words = StepWords("Take a child over from another team, or not", done: "Transfer answered")
    package static let verb = Verb.allocate

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.transfers.filter(\.body.isWaiting).map {
            $0.opening("transfer asked for", of: $0.body.on)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let transfer = opened(scene)?.body
        let team = scene.workers.filter { scene.teamOf[$0.value] == transfer?.toTeam }
        return [
            StepField(
                "accepted", "Does your team take the child?", called: "whether you accept", .yesNo, hint: transfer?.why),
            StepField(
                "worker", "Who of your team will hold the child?", called: "who holds the child", .choice(team),
                required: false, hint: "Needed where you accept: from today they hold the child"),
            StepField("answer", "Why?", called: "why", .longText, required: false, hint: "Needed where you refuse"),
        ] + HolderLeftOut.fields(scene)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let transfer = opened(scene), let isAccepted = answers.yes("accepted") else { return [] }
        if transfer.body.askedBy == scene.me {
            answers.note("accepted", "You asked for this yourself: another manager of the receiving team answers")
        } else if scene.person.team != transfer.body.toTeam {
            answers.note("accepted", "Only a manager of the receiving team answers")
        }
        var body = transfer.body
        body.answer = answers.text("answer")
        (body.answeredOn, body.answeredBy, body.isAccepted) = (scene.today, scene.me, isAccepted)
        let answered = StepRecord(body, id: transfer.id, corrects: transfer.place)
        guard isAccepted else {
            if body.answer == nil { answers.note("answer", "Enter why you refuse") }
            return [answered]
        }
        guard let worker = answers.text("worker") else {
            answers.note("worker", "Choose who of your team will hold the child")
            return []
        }
        HolderLeftOut.refuse(worker, scene, &answers)
        let change = LeadChange(
            worker: worker, team: transfer.body.toTeam, from: scene.today, why: "transfer between teams", id: scene.id,
            today: scene.today)
        if let began = change.tooEarly(for: scene.journey) {
            answers.note("worker", "Whoever leads now began on \(began.shortWords): accept it from the day after")
        }
        return [answered] + change.records(for: scene.journey) + change.introduction(scene.workforce, scene.workers)
    }

    private static func opened(_ scene: StepScene) -> Recorded<TransferRequest>? {
        scene.journey.casework.transfers.last { $0.id == scene.opening.record }
    }
}

extension StepScene {
    /// The team the child is with: that of the allocation, else that of whoever holds the child.
    var teamHolding: String? {
        let lead = journey.lead(on: today)
        return lead?.team ?? lead?.worker.flatMap { teamOf[$0] }
    }
}
