import HTML

/// Signing in: a name, a password and, in a demonstration, people to try it as.
package struct SignInPage: Page {
    package var csrfToken: String
    package var username: String
    package var errors: [FieldError]
    /// Where to go afterwards: an address within this site.
    package var next: String?
    /// Given in a demonstration only.
    package var personas: [Persona]
    /// "Sign in with your council account": where an identity provider vouches for people.
    package var provider: Link?
    package var action: String
    package var personaAction: String

    package init(
        csrfToken: String, username: String = "", errors: [FieldError] = [], next: String? = nil,
        personas: [Persona] = [], provider: Link? = nil, action: String = "/sign-in",
        personaAction: String = "/sign-in/demo"
    ) {
        self.csrfToken = csrfToken
        self.username = username
        self.errors = errors
        self.next = next
        self.personas = personas
        self.provider = provider
        self.action = action
        self.personaAction = personaAction
    }

    package var title: String { errors.isEmpty ? "Sign in" : "Error: Sign in" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        SignInView(page: self)
    }
}

/// Somebody invented to look round as.
package struct Persona: Sendable {
    /// What the button sends.
    package var value: String
    package var name: String
    package var role: String
    /// "Sees the children of Assessment North."
    package var sees: String

    package init(value: String, name: String, role: String, sees: String) {
        self.value = value
        self.name = name
        self.role = role
        self.sees = sees
    }
}
