import ChildJourney
import Improvement
import Testing
import WorkingDays

@Suite struct SnapshotTests {
    private func line(_ action: String, _ edit: (inout SnapshotLine) -> Void = { _ in }) -> SnapshotLine {
        var line = SnapshotLine(
            action: action, what: "Do \(action)", theme: "t", owner: "ana", byOn: "2026-11-30", colour: "red",
            because: "Short of it", state: "open")
        line.value = 600
        edit(&line)
        return line
    }

    private func snapshot(_ lines: [SnapshotLine], month: Day = "2026-05-01") -> PlanSnapshot {
        PlanSnapshot(
            month: month, asAt: month + 20, takenAt: Moment(milliseconds: 1), toldUntil: nil, recordHead: "1:0a",
            lines: lines, previous: nil)
    }

    @Test func `what changed is what is new, gone, moved, re-dated, given to another or said to be done`() {
        let before = snapshot([line("a"), line("b"), line("c"), line("d"), line("e")])
        let after = snapshot([
            line("a"), line("b") { ($0.value, $0.colour) = (720, "amber") },
            line("c") { ($0.byOn, $0.owner) = ("2027-01-29", "ben") }, line("d") { $0.state = "says-otherwise" },
            line("f"),
        ])
        let changes = SnapshotChange.between(before, after)
        #expect(changes.map(\.action) == ["b", "c", "d", "f", "e"])
        #expect(
            changes.map(\.sorts) == [
                [.coloured(from: "red", to: "amber"), .moved(from: 600, to: 720)],
                [.redated(from: "2026-11-30", to: "2027-01-29"), .owner(from: "ana", to: "ben")],
                [.state(from: "open", to: "says-otherwise")], [.new], [.gone],
            ])
    }

    @Test func `no words can be written so that they read as another field`() {
        let honest = line("a") { ($0.update, $0.explanation) = ("x", "y") }
        let sly = line("a") { $0.update = "x\nexplanation 1: y" }
        #expect(SnapshotText.of(snapshot([honest]), plan: "p") != SnapshotText.of(snapshot([sly]), plan: "p"))
    }

    @Test func `every field of a snapshot is in the text that is signed`() {
        let whole = SnapshotText.of(snapshot([line("a")]), plan: "p")
        let edits: [(inout PlanSnapshot) -> Void] = [
            { $0.month = "2026-06-01" }, { $0.asAt = "2026-05-29" }, { $0.takenAt = Moment(milliseconds: 2) },
            { $0.toldUntil = "2026-05-01" }, { $0.recordHead = "2:0a" }, { $0.previous = "0b" },
            { $0.lines[0].action = "z" }, { $0.lines[0].what = "z" }, { $0.lines[0].theme = "z" },
            { $0.lines[0].owner = "z" }, { $0.lines[0].team = "z" }, { $0.lines[0].byOn = "2026-01-01" },
            { $0.lines[0].colour = "green" }, { $0.lines[0].because = "z" }, { $0.lines[0].state = "complete" },
            { $0.lines[0].measure = "z" }, { $0.lines[0].measureTeam = "z" }, { $0.lines[0].period = "z" },
            { $0.lines[0].numerator = 1 }, { $0.lines[0].denominator = 1 }, { $0.lines[0].value = 1 },
            { $0.lines[0].valueWhenBegun = 1 }, { $0.lines[0].update = "z" }, { $0.lines[0].explanation = "z" },
            { $0.lines.append($0.lines[0]) },
        ]
        for (place, edit) in edits.enumerated() {
            var changed = snapshot([line("a")])
            edit(&changed)
            #expect(SnapshotText.of(changed, plan: "p") != whole, "edit \(place)")
        }
        #expect(SnapshotText.of(snapshot([line("a")]), plan: "q") != whole)
    }
}
