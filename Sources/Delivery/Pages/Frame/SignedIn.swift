/// Who is reading the page.
package struct SignedIn: Sendable {
    /// "R. Ahmed".
    package var name: String
    /// "team manager".
    package var role: String
    /// Sent back with every form, so that no other site can send one in this person's name.
    package var csrfToken: String
    /// The parts of Sightline this person may open, in the order shown.
    package var sections: [MainSection]
    /// How much waits for this person or cannot wait; 0 says nothing.
    package var waiting = 0

    package init(
        name: String, role: String, csrfToken: String,
        sections: [MainSection] = [.today, .search, .numbers, .imports]
    ) {
        self.name = name
        self.role = role
        self.csrfToken = csrfToken
        self.sections = sections
    }
}
