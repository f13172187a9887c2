import AccessRules
import Pages
import WorkingDays

/// How somebody is let in.
package struct SignInDoor: Sendable {
    /// Looks at a name and a password. Wrong name, wrong password and an account that may not sign in are one answer, so
    /// that nobody can find out which names there are.
    package var check: @Sendable (_ name: String, _ password: String, _ at: Moment) async throws -> Answer
    /// In a demonstration, the invented people to look round as; elsewhere none.
    package var personas: [DemoPersona]
    /// Looks at the code of somebody whose password was right.
    package var checkCode: @Sendable (_ user: UserID, _ code: String, _ at: Moment) async throws -> Answer
    /// Nil where no identity provider vouches for people.
    package var openID: OpenIDDoor?

    package enum Answer: Sendable {
        /// `generation` is the one the account was of when it was looked at: a session begins only while it still is.
        case admitted(SignedInPerson, generation: Int64)
        /// The password is right, and a code must follow.
        case codeNeeded(SignedInPerson, generation: Int64)
        case refused
    }

    package init(
        check: @escaping @Sendable (_ name: String, _ password: String, _ at: Moment) async throws -> Answer,
        checkCode: @escaping @Sendable (_ user: UserID, _ code: String, _ at: Moment) async throws -> Answer = {
            _, _, _ in .refused
        },
        personas: [DemoPersona] = [], openID: OpenIDDoor? = nil
    ) {
        self.check = check
        self.checkCode = checkCode
        self.openID = openID
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
