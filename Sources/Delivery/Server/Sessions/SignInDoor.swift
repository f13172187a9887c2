import Pages
import WorkingDays

/// How somebody is let in.
package struct SignInDoor: Sendable {
    /// Looks at a name and a password. Wrong name, wrong password and an account that may not sign in are one answer, so
    /// that nobody can find out which names there are.
    package var check: @Sendable (_ name: String, _ password: String, _ at: Moment) async throws -> Answer
    /// In a demonstration, the invented people to look round as; elsewhere none.
    package var personas: [DemoPersona]

    package enum Answer: Sendable {
        case admitted(SignedInPerson)
        case refused
    }

    package init(
        check: @escaping @Sendable (_ name: String, _ password: String, _ at: Moment) async throws -> Answer,
        personas: [DemoPersona] = []
    ) {
        self.check = check
        self.personas = personas
    }
}

/// Somebody invented, and what their button says.
package struct DemoPersona: Sendable {
    package let person: SignedInPerson
    package let shown: Persona

    package init(person: SignedInPerson, shown: Persona) {
        self.person = person
        self.shown = shown
    }
}
