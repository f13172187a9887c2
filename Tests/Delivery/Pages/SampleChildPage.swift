import Pages

extension ChildPage {
    static let sample = ChildPage(
        name: "Tamar Okoro", age: "4 years, born Fri 11 Feb 2022",
        statuses: [
            StatusTag(words: "Protection plan: neglect", tone: .plan), StatusTag(words: "Second plan"),
        ],
        holding: "Held by J. Marsh, Protection East",
        home: Link(words: "Lives with her mother; address withheld from 1 person.", href: "/children/c1/details"),
        actions: [
            Link(words: "Record visit", href: "/children/1/visit"),
            Link(words: "Flag unsafe now", href: "/children/1/flag"),
        ],
        clocks: [
            ChildClock(
                words: "Last seen", value: "Tue 3 Nov 2026", note: "13 working days ago, limit 10",
                state: .pastLimit),
            ChildClock(
                words: "Last seen alone", value: "Fri 9 Oct 2026", note: "30 working days ago",
                state: .pastLimit),
            ChildClock(
                words: "Next visit due", value: "Tue 17 Nov 2026", note: "4 days ago", state: .pastLimit),
            ChildClock(words: "Plan age", value: "5 months", note: "since Thu 18 Jun 2026"),
            ChildClock(words: "Review due", value: "Fri 18 Dec 2026", note: "in 19 working days"),
            ChildClock(
                words: "Last supervision", value: "Not checkable", note: "not in this source",
                state: .notCheckable),
        ],
        concerns: [SampleChildren.tamarFlagged, SampleChildren.tamarUnseen],
        checks: ChecksMade(made: 63, notMade: 11), story: .sample,
        people: [
            PersonLine(role: "Mother", name: "Ruth Okoro"),
            PersonLine(role: "Brother", name: "Eli Okoro", href: "/children/5", detail: "9, in need"),
            PersonLine(
                role: "Mother's partner", name: "Dean Pryce",
                detail: "may pose a risk (alleged, review Mon 4 Jan 2027)"),
        ],
        identifiers: [
            Identifier(words: "Council's number", value: "100231"),
            Identifier(words: "Unique pupil number", value: "A123456789012"),
        ],
        notCheckable: [
            NotCheckable(
                kind: .unowned, check: "Supervision of whoever holds her",
                because: "This source has no supervision."),
            NotCheckable(
                kind: .unshared, check: "A copy of the plan given", because: "This source does not say."),
        ],
        looks: [
            Look(
                who: "R. Ahmed, team manager", when: "Sat 21 Nov 2026, 08:14",
                why: "Manages the team that holds her"),
            Look(who: "J. Marsh, social worker", when: "Thu 12 Nov 2026, 16:40", why: "Holds her"),
        ],
        allLooksHref: "/access-log?child=1", dayForm: DayForm(action: "/children/1"))

    static let gone = {
        var page = sample
        page.noLongerInSource =
            "Tamar was not in the load of Sat 21 Nov 2026. What is missing stands until somebody records why."
        page.asItStoodOn = "Tue 3 Mar 2026"
        page.concerns = []
        page.dayForm = DayForm(
            action: "/children/1", typed: "31 Feb",
            error: "February has no 31st. Type a day such as 3 Mar 2026")
        return page
    }()
}

extension Story {
    static let sample = Story(
        heading: "Her story",
        filters: FilterForm(
            action: "/children/1",
            fields: [
                FilterField(
                    name: "what", words: "What happened",
                    options: [
                        FilterOption(value: "visit", words: "Visits"),
                        FilterOption(value: "meeting", words: "Meetings"),
                    ])
            ]),
        entries: [
            StoryEntry(
                date: "Tue 17 Nov 2026", isoDate: "2026-11-17", kind: "Nothing recorded",
                words: "A visit was due by this day.", isGap: true),
            StoryEntry(
                date: "Wed 11 Nov 2026", isoDate: "2026-11-11", writtenUp: "written up 3 working days later",
                kind: "School", words: "Tamar came in hungry and said \"Dean is back\"."),
            StoryEntry(
                date: "Tue 3 Nov 2026", isoDate: "2026-11-03", kind: "Visit",
                words:
                    "By J. Marsh. Seen awake at home with her mother; not alone, her mother would not leave.",
                quotation: "\"I do my own breakfast.\"", href: "/children/1/entries/41"),
            StoryEntry(
                date: "Thu 22 Oct 2026", isoDate: "2026-10-22", kind: "Core group",
                words: "Health visitor and nursery present, police apologies. Two of five actions done.",
                isNoLongerInSource: true),
            StoryEntry(
                date: "Thu 18 Jun 2026", isoDate: "2026-06-18", kind: "Initial conference",
                words: "Quorate. Plan for neglect. Postponed once: assessment not ready."),
        ],
        position: ListPosition(
            first: 1, last: 5, total: 48, order: "newest first", nextHref: "/children/1?before=43"))
}
