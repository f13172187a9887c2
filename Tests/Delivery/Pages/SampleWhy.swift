import Pages

extension WhyPage {
    static let sample = WhyPage(
        child: Link(words: "Tamar Okoro", href: "/children/1"), kind: .unseen, standing: .atPotentialRisk,
        level: "act today", code: "plan-child-unseen",
        sentence: "Last seen Tue 3 Nov 2026. Her plan says every 10 working days; that was Tue 17 Nov 2026.",
        over: "4 days over (3 working days)", clears: "Clears when her social worker sees her.",
        whoCanAct: ["J. Marsh, her social worker", "R. Ahmed, who manages the team"],
        actions: [
            Link(words: "Record visit", href: "/children/1/visit"),
            Link(words: "Explain the delay", href: "/children/1/delay"),
        ],
        rule: RuleWords(
            words: [
                "A child with a protection plan is seen at least as often as the plan says.",
                "Seen means this child, by name, face to face, by a registered social worker, on a visit "
                    + "made for the plan. A call, a look at the door or a child asleep does not count.",
            ],
            source: "Local practice standard, visits", verification: .councilSetting,
            inForce: "In force since Wed 1 Apr 2026"),
        dates: .sample,
        arithmetic: [
            ArithmeticLine(step: "Last seen", result: "Tue 3 Nov 2026"),
            ArithmeticLine(
                step: "plus 10 working days, the day after being day 1", result: "Tue 17 Nov 2026"),
            ArithmeticLine(step: "began the day after", result: "Wed 18 Nov 2026"),
            ArithmeticLine(step: "today", result: "Sat 21 Nov 2026: 4 days over"),
        ],
        evidence: [
            EvidenceEntry(
                date: "Wed 18 Nov 2026", body: .absent(words: "No visit recorded since Tue 3 Nov 2026"),
                recorded: "Looked for in visits.csv, loaded Sat 21 Nov 2026"),
            EvidenceEntry(date: "Wed 11 Nov 2026", body: .notYours, recorded: "Fri 13 Nov 2026"),
            EvidenceEntry(
                date: "Tue 3 Nov 2026",
                body: .shown(words: "Visit: seen with her mother, not alone", href: "/children/1/entries/41"),
                recorded: "J. Marsh, Thu 5 Nov 2026"),
            EvidenceEntry(
                date: "Thu 18 Jun 2026", body: .shown(words: "Plan began: neglect", href: nil),
                recorded: "cases.csv, row 2,114", isNoLongerInSource: true),
        ],
        caveats: ["Visits by police in a joint enquiry are not in this source."],
        history: [
            PastConcern(
                began: "Tue 4 Aug 2026", cleared: "Wed 12 Aug 2026", length: "6 working days",
                how: "Visit by J. Marsh")
        ])

    static let fromMemory = {
        var page = sample
        page.kind = .late
        page.standing = .overdue
        page.level = "this week"
        page.rule.verification = .fromMemory
        page.rule.sourceHref = "https://www.example.org/guidance"
        page.evidence = []
        page.history = []
        page.isNoLongerInSource = true
        page.marks = ["Delay explained: report not ready. Agreed by P. Lowe, Mon 16 Nov 2026."]
        page.dates = DateLine(
            marks: [
                DateMark(dayNumber: 0, date: "Thu 18 Jun 2026", words: "Plan began", role: .happened),
                DateMark(dayNumber: 153, date: "Wed 18 Nov 2026", words: "Review due", role: .due),
                DateMark(dayNumber: 154, date: "Thu 19 Nov 2026", words: "Overdue from", role: .onset),
                DateMark(dayNumber: 156, date: "Sat 21 Nov 2026", words: "Today", role: .today),
            ],
            notCounted: [
                NotCounted(dayNumber: 74, lengthInDays: 1, holiday: "Mon 31 Aug 2026 (summer bank holiday)")
            ],
            lengthInDays: 156)
        return page
    }()
}

extension DateLine {
    static let sample = DateLine(
        marks: [
            DateMark(dayNumber: 0, date: "Tue 3 Nov 2026", words: "Last seen", role: .happened),
            DateMark(
                dayNumber: 14, date: "Tue 17 Nov 2026", words: "Due", count: "working day 10", role: .due),
            DateMark(
                dayNumber: 15, date: "Wed 18 Nov 2026", words: "Unseen from", count: "working day 11",
                role: .onset),
            DateMark(dayNumber: 18, date: "Sat 21 Nov 2026", words: "Today", role: .today),
        ],
        notCounted: [4, 11, 18].map { NotCounted(dayNumber: $0, lengthInDays: $0 == 18 ? 1 : 2) },
        lengthInDays: 18)
}
