import HTML

/// What is shown instead of a page that cannot be.
package struct RefusalPage: Page {
    package var refusal: Refusal
    /// One more sentence about this very case: "Tamar's record is restricted to the team that holds her."
    package var because: String?
    /// The way on: "Compare both versions", "Open in an emergency".
    package var wayOn: Link?
    /// What to quote when asking about it; holds nothing about a child.
    package var reference: String?

    package init(refusal: Refusal, because: String? = nil, wayOn: Link? = nil, reference: String? = nil) {
        self.refusal = refusal
        self.because = because
        self.wayOn = wayOn
        self.reference = reference
    }

    package var title: String { refusal.heading }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        RefusalView(page: self, isSignedIn: frame.signedIn != nil)
    }
}

/// Why a page cannot be shown, each with its status.
package enum Refusal: Int, Sendable, CaseIterable {
    case unreadable = 400
    case notAllowed = 403
    case notFound = 404
    case changedSince = 409
    case tooLarge = 413
    case tooManyTries = 429
    case failed = 500
    case unavailable = 503

    package var status: Int { rawValue }
}
