extension OpenAPIDocument {
    /// Every operation of the API; a test holds them against the server's routes, both ways.
    package static let served: [Operation] = [
        Operation(
            "/today", id: "today", summary: "Children for whom something is missing now, most urgent first.",
            parameters: [
                Parameter("team", "The id of a team."), Parameter("kind", "One of the seven kinds of concern."),
                Parameter("level", "1, 2 or 3."), Parameter("tab", "now or backlog."),
                Parameter("after", "The `next` of the page before."),
            ],
            answer: [
                Field("asOf", .text, "The day."), Field("total", .number, "Children on the list."),
                Field("restricted", .number, "Children on this page who are counted and not shown."),
                Field("children", .list, "Each with the concerns that stand."),
                Field("next", .text, "Where the next page begins; null on the last."),
            ]),
        Operation(
            "/children/{id}", id: "child", summary: "One child.", parameters: [child],
            answer: [
                Field("id", .text, "The id, source included."), Field("name", .text, "Null where no source has it."),
                Field("bornOn", .text, "A day, or null."),
                Field("statuses", .list, "What the child is to the council."),
                Field("standing", .number, "Concerns that stand."),
                Field("notChecked", .list, "What could not be checked, and why."),
            ]),
        Operation(
            "/children/{id}/concerns", id: "concerns", summary: "Every concern of one child, with its evidence.",
            parameters: [child],
            answer: [
                Field("asOf", .text, "The day."), Field("concerns", .list, "Standing, to come and over."),
                Field("notChecked", .list, "What could not be checked, and why."),
            ]),
        Operation(
            "/search", id: "search", summary: "Children by name, date of birth or number.",
            parameters: [Parameter("q", "The question.")],
            answer: [
                Field("children", .list, "Nearest first."), Field("restricted", .number, "Found and not shown."),
                Field("more", .flag, "Whether more were found than are shown."),
            ]),
        Operation(
            "/numbers", id: "numbers", summary: "The three counts, and counts by kind, concern, team and month.",
            parameters: [Parameter("on", "A day that is over, as 2026-03-03; today when there is none.")],
            answer: [
                Field("asOf", .text, "The day."), Field("suppressed", .flag, "Whether small numbers are hidden."),
                Field("threeCounts", .object, "Kept apart, never added."),
                Field("byKind", .object, "Children by kind of concern."),
                Field("byConcern", .object, "Children by concern."),
                Field("beganInYear", .object, "Children by concern that began in the 12 months to the day."),
                Field("byTeam", .list, "Children by team."),
                Field("byMonth", .list, "At the end of each of 24 months."),
                Field("notCheckable", .list, "Concerns nobody could be checked for."),
            ]),
        Operation(
            "/imports", id: "imports", summary: "Loads, newest first.",
            answer: [Field("imports", .list, "Each with its state and what it changed.")]),
        Operation(
            "/openapi.json", id: "openapi", summary: "This description.",
            answer: [Field("openapi", .text, "3.1.0")]),
    ]

    private static let child = Parameter("id", "The id of the child, source included.", isInPath: true)
}
