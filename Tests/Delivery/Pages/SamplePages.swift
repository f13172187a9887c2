import Pages

extension SamplePage {
    static let all: [SamplePage] =
        [
            SamplePage("sign-in", SignInPage.sample, in: .signedOut),
            SamplePage("sign-in-wrong", SignInPage.wrong, in: .signedOut),
            SamplePage("today", TodayPage.sample),
            SamplePage("today-nothing", TodayPage.nothing),
            SamplePage("today-nothing-stale", TodayPage.nothing, in: .stale),
            SamplePage("today-nothing-loading", TodayPage.nothing, in: .loading),
            SamplePage("today-ahead", TodayPage.ahead),
            SamplePage("child", ChildPage.sample),
            SamplePage("child-gone", ChildPage.gone, in: .stale),
            SamplePage("why", WhyPage.sample),
            SamplePage("why-from-memory", WhyPage.fromMemory),
            SamplePage("search", SearchPage.asked),
            SamplePage("search-found", SearchPage.found),
            SamplePage("search-nothing", SearchPage.nothing, in: .stale),
            SamplePage("search-too-many", SearchPage.tooMany),
            SamplePage("numbers", NumbersPage.sample),
            SamplePage("numbers-members", NumbersPage.forMembers),
            SamplePage("drill-down", DrillDownPage.sample),
            SamplePage("imports", ImportsPage.sample, in: .loading),
            SamplePage("imports-empty", ImportsPage.empty, in: .nothingLoaded),
            SamplePage("load-reading", LoadPage.reading, in: .loading),
            SamplePage("load-complete", LoadPage.complete),
            SamplePage("load-unfinished", LoadPage.broken),
            SamplePage("cannot-see", CannotSeePage.sample),
            SamplePage("access-log", AccessLogPage.sample),
            SamplePage("work-waiting", SampleWaiting.work), SamplePage("team-waiting", SampleWaiting.team),
            SamplePage("absences", SampleWaiting.absences), SamplePage("webhooks", SampleWaiting.webhooks),
            SamplePage("wrong-child", SampleWaiting.wrongChild),
        ]
        + audits
        + Refusal.allCases.map { refusal in
            SamplePage("refusal-\(refusal.status)", RefusalPage(refusal: refusal, reference: "7F3A"))
        }
        + [
            SamplePage(
                "refusal-restricted",
                RefusalPage(
                    refusal: .notAllowed, because: "Tamar's record is kept to the team that holds her.",
                    wayOn: Link(words: "Open in an emergency", href: "/children/1/break-glass"))),
            SamplePage("refusal-signed-out", RefusalPage(refusal: .unavailable), in: .bare),
        ]
}

extension SignInPage {
    static let sample = SignInPage(
        csrfToken: "invented",
        personas: [
            Persona(
                value: "manager", name: "R. Ahmed", role: "team manager",
                sees: "The children of Assessment North."),
            Persona(
                value: "worker", name: "J. Marsh", role: "social worker", sees: "The children J. Marsh holds."
            ),
            Persona(
                value: "member", name: "Cllr A. Dunne", role: "elected member", sees: "Counts only, no names."
            ),
        ])

    static let wrong = SignInPage(
        csrfToken: "invented", username: "r.ahmed",
        errors: [
            FieldError(field: "username", message: "That name and password do not go together. Try again"),
            FieldError(field: "password", message: "Type your password"),
        ])
}
