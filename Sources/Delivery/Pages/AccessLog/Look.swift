/// One time somebody opened a child's record.
package struct Look: Sendable {
    /// "R. Ahmed, team manager".
    package var who: String
    /// "Sat 21 Nov 2026, 08:14".
    package var when: String
    /// "Holds the team", "Break-glass: emergency duty, no other record".
    package var why: String

    package init(who: String, when: String, why: String) {
        self.who = who
        self.when = when
        self.why = why
    }
}
