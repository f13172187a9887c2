import Pages

extension SamplePage {
    static let audits: [SamplePage] = [
        SamplePage("audited-file", AuditedFilePage.sample), SamplePage("moderation", ModerationPage.sample),
        SamplePage("moderation-wrong", ModerationPage.wrong), SamplePage("agreement", AgreementPage.sample),
        SamplePage("look-back", Pages.SamplePage.lookBack), SamplePage("draw", DrawSamplePage.sample),
        SamplePage("flag-alarm", AgreementPage.sample, in: .alarmed),
    ]
}

extension Frame {
    static let alarmed: Frame = {
        var frame = Frame.sample
        frame.flagAlarms = 2
        return frame
    }()
}

private let tamar = Link(words: "Tamar Okoro", href: "/children/record:tamar")
private let autumn = Link(words: "Supervision, autumn", href: "/audit/samples/s")

extension AuditedFilePage {
    static let sample = AuditedFilePage(
        child: tamar, lede: "Read Sat 21 Nov 2026 by an auditor. Overall: requires improvement.",
        analysis: "The plan names nobody.",
        sections: [
            Section(
                title: "Plan", grade: "requires improvement",
                answers: [Answer(ask: "Is it reviewed in time?", answer: "No", evidence: "Last reviewed in March")])
        ],
        replies: [Voice(who: "Ben Adeyemi, disputes it, Mon 23 Nov 2026", words: "I had named them in the minutes.")],
        family: [Voice(who: "The mother, Mon 23 Nov 2026", words: "Nobody told me.")],
        actions: [
            Action(
                what: "Name who does what", state: "Ben Adeyemi. To be done by Fri 4 Dec 2026: 3 days over.",
                done: Link(words: "Record that an action from an audit is done", href: "/children/record:tamar/steps/x")
            ),
            Action(what: "See her alone", state: "Ben Adeyemi. Done Sun 22 Nov 2026. Shown by: a visit.", done: nil),
        ],
        offered: [Link(words: "Reply to an audit of the file", href: "/children/record:tamar/steps/audit-reply")])
}

extension ModerationPage {
    static let sample = ModerationPage(
        child: tamar, sample: autumn,
        readings: [
            Reading(
                reader: "Auditor", grade: "Good", analysis: "Visited in time.", sections: ["Plan: good"]),
            Reading(reader: "Second auditor, blind", grade: "Inadequate", analysis: "Never alone.", sections: []),
        ],
        action: "/audit/samples/s/cases/record:tamar/moderation", csrfToken: "invented", form: "audit-1",
        grades: [FilterOption(value: "good", words: "Good"), FilterOption(value: "inadequate", words: "Inadequate")],
        atRisk: [FilterOption(value: "yes", words: "Yes"), FilterOption(value: "no", words: "No")], why: "", errors: [])

    static let wrong: ModerationPage = {
        var page = sample
        page.errors = [FieldError(field: "why", message: "Enter why this grade stands")]
        return page
    }()
}

extension AgreementPage {
    static let sample = AgreementPage(
        lede: "31 files read and graded since Fri 22 Nov 2024.",
        pairs: [
            Pair(
                readers: "Auditor and second auditor, blind", files: "12", same: "8 of 12", worse: "3 of 12",
                kappa: "0.61"),
            Pair(readers: "Auditor and moderator", files: "0", same: "none", worse: "none", kappa: "too few to say"),
        ],
        readers: [
            Reader(
                name: "C. Ito", periods: ["January to June 2026: 7 of 12 graded in the better half of the scale"],
                moved: "Too few to say whether they move.", readAgain: "None of the files was read again.")
        ], note: "Your own grades.")
}

extension Pages.SamplePage {
    static let lookBack: Pages.SamplePage = {
        var page = Pages.SamplePage(
            id: "s", name: "Look-back", lede: "Everybody in the frame, from 4 children.",
            provenance: [("Frame", "every open child")], progress: "2 of 4 files are read.",
            estimates: [("Left at potential risk", "1 of 2 read")], agreement: [],
            cases: [
                Case(
                    child: tamar, readings: ["auditor: good"], marks: ["Disputed by whoever did the work"],
                    read: Link(words: "Read the file", href: "/audit/samples/s/cases/record:tamar"))
            ], restricted: 1, replaced: [], mayReplace: [], csrfToken: "invented", errors: [])
        let row = Campaign.Row(name: "Assessment North", of: 4, read: 2, atRisk: 1, flagged: 1)
        page.campaign = Campaign(teams: [row], days: [("20 Nov 2026", 2)], all: row)
        page.destroyed = 1
        page.comparedWith = autumn
        page.compared = [
            ("Graded good", "1 of 4", "2 of 4"), ("Is it reviewed in time?", "yes in 1 of 4", "not answered"),
        ]
        return page
    }()
}

extension DrawSamplePage {
    static let sample: DrawSamplePage = {
        let one = [FilterOption(value: "a", words: "One of them")]
        var page = DrawSamplePage(
            csrfToken: "invented", form: "sample-1", purpose: "", size: "", frames: one, methods: one, groupings: one,
            tools: one, isReaudit: false, children: "", why: "", errors: [])
        page.themes = [
            Theme(
                link: Link(words: "Supervision", href: "/audit/draw?theme=supervision"), words: "Is it in time?",
                source: "Knowsley 3.12.3 (verified)")
        ]
        page.lookFor = ("Supervision", "Is it in time?", ["Is it supervised in time?"])
        page.sizing.answer = "Read 78 of 400 files, drawn at random."
        page.earlier = one
        return page
    }()
}
