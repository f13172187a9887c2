import RecordKeeping
import WorkingDays

/// What somebody is written: numbers, and where to look. It is made of numbers alone, so no name, place or id of a child can
/// stand in it.
package struct NoticeMessage: Hashable, Sendable {
    package let subject: String
    package let lines: [String]

    /// What waits, once a working day. Nil where nothing does.
    package init?(daily work: WaitingWork, on day: Day, isManager: Bool, address: String) {
        guard !work.isNothing else { return nil }
        let whose = isManager ? "children of your team, children of no team and children you hold" : "children you hold"
        var lines = ["In Sightline on \(day.words):", ""]
        func say(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { lines.append("* \(count) \(count == 1 ? one : many)") }
        }
        say(work.overdue, "thing is missing for \(whose)", "things are missing for \(whose)")
        say(
            work.fallingDue, "thing falls due within \(CountWaitingWork.daysAhead) days",
            "things fall due within \(CountWaitingWork.daysAhead) days")
        say(work.handovers, "handover waits to be taken", "handovers wait to be taken")
        say(work.decisions, "decision or authorisation waits", "decisions or authorisations wait")
        say(
            work.reviews, "opening in an emergency waits for your review",
            "openings in an emergency wait for your review")
        say(
            work.proposals, "proposal about a record waits for a second person",
            "proposals about records wait for a second person")
        say(
            work.improvement, "thing in an improvement plan waits for you",
            "things in improvement plans wait for you")
        subject = "Sightline: what waits for you today"
        self.lines = lines + Self.close(address)
    }

    /// Things that cannot wait for tomorrow. `flags`: children flagged as unsafe of whom nobody has said that it is answered,
    /// among them or told before.
    package init(immediate count: Int, flags: Int = 0, address: String) {
        subject = "Sightline: something cannot wait"
        lines =
            [
                count == 1
                    ? "One thing in Sightline cannot wait for tomorrow." : "\(count) things in Sightline cannot wait."
            ] + (flags > 0 ? ["", FlagAlarm.words(flags)] : []) + Self.close(address)
    }

    private static func close(_ address: String) -> [String] {
        [
            "", "See for whom: \(address)", "",
            "This message never says whom anything is about, and it is not the list: only Sightline is. That no message "
                + "comes does not mean that nothing is missing.", "",
            "You get it because this address is on your account in Sightline, where you can take it away.",
        ]
    }
}

/// What became of handing a message to the mail server.
package struct NoticeDelivery: Hashable, Sendable {
    package let outcome: NoticeOutcome
    /// The mail server's last answer, as a number.
    package let reply: Int?
    /// Why it was not accepted: never what was in it, nor to whom it went.
    package let words: String

    package init(_ outcome: NoticeOutcome, reply: Int? = nil, words: String = "") {
        self.outcome = outcome
        self.reply = reply
        self.words = words
    }
}
