import Pages

extension Frame {
    static let sample = Frame(
        council: "Invented demo council", asAt: "Sat 21 Nov 2026, 06:04",
        freshness: .current(lastLoad: "3 hours ago"), signedIn: .manager, isDemo: true,
        unanswered: Unanswered(checks: 11, of: 74), assets: .beside)

    static let stale = Frame(
        council: "Invented demo council", asAt: "Thu 19 Nov 2026, 03:10",
        freshness: .stale(lastLoad: "Thu 19 Nov 2026, 03:10"), signedIn: .manager,
        unanswered: Unanswered(checks: 11, of: 74), assets: .beside)

    static let loading = Frame(
        council: "Invented demo council", asAt: "Sat 21 Nov 2026, 06:04",
        freshness: .current(lastLoad: "3 hours ago"), signedIn: .manager,
        underway: Link(words: "Import in progress: 2,140 of 3,012 children read", href: "/imports/7"),
        unanswered: Unanswered(checks: 11, of: 74), assets: .beside)

    static let nothingLoaded = Frame(
        council: "Invented demo council", asAt: "Sat 21 Nov 2026, 06:04", freshness: .nothingLoaded,
        signedIn: .manager, assets: .beside)

    static let bare = Frame(
        council: "Invented demo council", asAt: nil, freshness: .recordedHere, assets: .beside)

    static let signedOut = Frame(
        council: "Invented demo council", asAt: "Sat 21 Nov 2026, 06:04",
        freshness: .current(lastLoad: "3 hours ago"), isDemo: true, assets: .beside)
}

extension AssetAddresses {
    static let beside = AssetAddresses(styleSheet: "sightline.css", script: "sightline.js")
}

extension SignedIn {
    static let manager = SignedIn(
        name: "R. Ahmed", role: "team manager", csrfToken: "invented",
        sections: [.today, .search, .numbers, .imports, .accessLog])
}
