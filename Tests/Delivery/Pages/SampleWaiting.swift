import Pages

/// Invented children of whom something waits, for pages of work.
enum SampleWaiting {
    static let answers: WaitingAnswers = {
        var waiting = WaitingAnswers()
        let child = Link(words: "Kacper Okoro", href: "/children/1")
        waiting.proposals = [
            WaitingAnswers.Item(
                child: child,
                what:
                    "Visit of Thu 19 Nov 2026 is said to be about another child. Recorded by Ana Reyes, Sat 21 Nov 2026, 12 days ago.",
                words: "The wrong page was open",
                answer: Link(words: "Look at it: confirm or refuse", href: "/children/1/wrong-child"))
        ]
        waiting.complaints = [
            WaitingAnswers.Item(
                child: child,
                what:
                    "By Jane, mother; it is answered by the service. An answer was promised by Mon 16 Nov 2026: 5 days over.",
                words: "“Nobody rang me”", answer: nil)
        ]
        waiting.restricted = 2
        return waiting
    }()

    static let plannedVisits: PlannedVisitsSection = {
        var visits = PlannedVisitsSection()
        let child = Link(words: "Tamar Okoro", href: "/children/2")
        let actions = [
            Link(words: "Record it", href: "/children/2/visits/new"),
            Link(words: "move it", href: "/children/2/steps/planned-visit-move?of=p"),
            Link(words: "call it off", href: "/children/2/steps/planned-visit-off?of=p"),
        ]
        visits.notKept = [
            PlannedVisitLine(
                child: child, words: "Tue 17 Nov 2026 at 16:50: child protection visit, Ben Adeyemi.", isNotKept: true,
                actions: actions)
        ]
        visits.ahead = [
            PlannedVisitLine(
                child: child, words: "Tue 24 Nov 2026: child in need visit, Ben Adeyemi.", isNotKept: false,
                actions: Array(actions.dropFirst()))
        ]
        visits.restricted = 1
        return visits
    }()

    static let work: WorkPage = {
        var page = WorkPage(
            begun: [], waiting: nil, missing: [], ahead: [],
            unshown: WorkPage.Unshown(missing: 0, ahead: 0, listHref: "/today?worker=ben"), held: [], restricted: 1)
        page.answers = answers
        page.plannedVisits = plannedVisits
        return page
    }()

    static let team: TeamPage = {
        var page = TeamPage(unowned: [], workers: [])
        page.waiting = answers
        page.plannedVisits = plannedVisits
        return page
    }()

    static let absences = AbsencesPage(
        away: [
            AbsencesPage.Line(
                worker: Link(words: "Ben Adeyemi", href: "/team/workers/ben"), team: "Protection East",
                from: "Fri 20 Nov 2026", until: "Fri 27 Nov 2026", reason: "not planned", held: "18", uncovered: "3")
        ], coming: [], past: [],
        teams: [FilterOption(value: "east", words: "Protection East", isChosen: true)])

    static let webhooks = WebhooksPage(
        csrfToken: "invented",
        destinations: [
            WebhooksPage.Destination(
                name: "Duty screen", host: "duty.example.org", waiting: "1", taken: "204", givenUp: "2", stopped: "0")
        ],
        lines: [
            WebhooksPage.Line(
                id: "d-1", destination: "Duty screen", event: "What cannot wait", begun: "Fri 20 Nov 2026, 16:50",
                tries: "3", answer: "503", state: "Waits; tried from Fri 20 Nov 2026, 17:30", waits: true),
            WebhooksPage.Line(
                id: "d-2", destination: "Duty screen", event: "What waits that day", begun: "Fri 20 Nov 2026, 08:00",
                tries: "1", answer: "204", state: "Taken Fri 20 Nov 2026, 08:00", waits: false),
        ])

    static let wrongChild: WrongChildPage = {
        var page = WrongChildPage(
            childName: "Tamar Okoro", childHref: "/children/2", csrfToken: "invented",
            recordings: [FilterOption(value: "7", words: "Visit of Thu 19 Nov 2026", isChosen: false)],
            children: [FilterOption(value: "nobody", words: "Nobody's who is known here", isChosen: false)], number: "",
            why: "", sealed: [], errors: [])
        page.waiting = [
            WrongChildPage.Waiting(
                recording: "7", words: "Family tie: asked for by Ana Reyes on Sat 21 Nov 2026. Not her uncle",
                isOwn: false,
                ends: [
                    "Kacper Okoro: An adult who may pose a risk in the home, no decision",
                    "A child whose record you may not open: 1 thing",
                ])
        ]
        page.ended = ["Visit of Mon 2 Nov 2026, asked for by Ana Reyes: refused by Dee Hall on Sat 21 Nov 2026: No"]
        return page
    }()
}
