import ChildJourney
import WorkingDays

/// The text of a snapshot that is signed: each field on a line of its own, its name, the number of its bytes, and its words.
///
/// The number of bytes is there so that no words can look like another field. It is the whole of the snapshot but for
/// its own digest, and the digest of the one before is among it: so each carries all that came before.
package enum SnapshotText {
    package static func of(_ snapshot: PlanSnapshot, plan: String) -> String {
        var text = "sightline plan snapshot 1\n"
        func add(_ name: String, _ value: String?) {
            guard let value else { return }
            text += "\(name) \(value.utf8.count): \(value)\n"
        }
        add("plan", plan)
        add("month", snapshot.month.description)
        add("as-at", snapshot.asAt.description)
        add("taken-at", String(snapshot.takenAt.milliseconds))
        add("told-until", snapshot.toldUntil?.description)
        add("record", snapshot.recordHead)
        add("previous", snapshot.previous ?? "none")
        for line in snapshot.lines {
            add("action", line.action)
            add("what", line.what)
            add("theme", line.theme)
            add("owner", line.owner)
            add("team", line.team)
            add("by", line.byOn.description)
            add("colour", line.colour)
            add("because", line.because)
            add("state", line.state)
            add("measure", line.measure)
            add("measure-team", line.measureTeam)
            add("period", line.period)
            add("numerator", line.numerator.map { String($0) })
            add("denominator", line.denominator.map { String($0) })
            add("value", line.value.map { String($0) })
            add("value-when-begun", line.valueWhenBegun.map { String($0) })
            add("update", line.update)
            add("explanation", line.explanation)
        }
        return text
    }
}
