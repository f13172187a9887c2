import Pages

extension SamplePage {
    static let all: [SamplePage] = [
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
    ]
}

extension SignInPage {
    static let sample = SignInPage(
        csrfToken: "invented",
        personas: [
            Persona(
                value: "manager", name: "R. Ahmed", role: "team manager", sees: "The children of Assessment North."),
            Persona(value: "worker", name: "J. Marsh", role: "social worker", sees: "The children J. Marsh holds."),
            Persona(
                value: "member", name: "Cllr A. Dunne", role: "elected member", sees: "Counts only, no names."),
        ])

    static let wrong = SignInPage(
        csrfToken: "invented", username: "r.ahmed",
        errors: [
            FieldError(field: "username", message: "That name and password do not go together. Try again"),
            FieldError(field: "password", message: "Type your password"),
        ])
}
