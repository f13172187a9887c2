import Casework
import ChildJourney
import Improvement
import Measures
import Pages
import WorkingDays

/// A frozen month as tables.
struct SnapshotShowing {
    let file: PlanFile
    let people: ImprovementPeople

    private func value(_ tenths: Int?, _ measure: String?) -> String {
        guard let tenths, let measure = Measures.all.first(where: { $0.id.text == measure }) else { return "not known" }
        return ActionRule.words(tenths, measure.unit)
    }

    private func href(_ action: String) -> String? {
        file.action(RecordID(action)).map { _ in
            "\(ImprovementDesk.address(file.id))/actions/\(PercentText.encode(action))"
        }
    }

    func lines(_ snapshot: PlanSnapshot) -> InspectionPartPage.Table {
        .init(
            caption: ImprovementShowing.counted(snapshot.lines.count, "action"),
            columns: ["Action", "Who, and by when", "Number", "What its owner wrote"],
            rows: snapshot.lines.map { line in
                let colour = ActionColour(rawValue: line.colour)?.tag ?? StatusTag(words: line.colour)
                let state = ActionState(rawValue: line.state)?.tag ?? StatusTag(words: line.state)
                let sum = line.numerator.flatMap { top in line.denominator.map { " (\(top) of \($0))" } } ?? ""
                let number = line.value.map { "\(value($0, line.measure))\(sum). \(line.because)" } ?? line.because
                return [
                    .init(line.what, href: href(line.action)),
                    .init("\(people.names.name(line.owner)), by \(line.byOn.shortWords)"),
                    .init(number, tags: [colour, state]),
                    .init(
                        [line.update, line.explanation].compactMap { $0 }.joined(separator: " "),
                        tags: line.update == nil ? [StatusTag(words: "Nothing written by then", tone: .red)] : []),
                ]
            }, nothing: "The plan had no action.")
    }

    func changes(_ before: PlanSnapshot, _ after: PlanSnapshot) -> InspectionPartPage.Table {
        .init(
            caption: "What is new, moved, re-dated or said to be done", columns: ["Action", "What changed"],
            rows: SnapshotChange.between(before, after).map { change in
                let measure = after.lines.first { $0.action == change.action }?.measure
                return [
                    .init(change.what, href: href(change.action)),
                    .init(change.sorts.map { words($0, measure) }.joined(separator: "; ").atSentenceStart),
                ]
            }, nothing: "Nothing changed.")
    }

    private func words(_ sort: SnapshotChange.Sort, _ measure: String?) -> String {
        func state(_ text: String) -> String { ActionState(rawValue: text)?.words ?? text }
        func colour(_ text: String) -> String { ActionColour(rawValue: text)?.words ?? text }
        return switch sort {
        case .new: "new"
        case .gone: "no longer in the plan"
        case .moved(let from, let to): "the number went from \(value(from, measure)) to \(value(to, measure))"
        case .coloured(let from, let to): "from \(colour(from)) to \(colour(to))"
        case .redated(let from, let to): "its day went from \(from.shortWords) to \(to.shortWords)"
        case .state(let from, let to): "was \(state(from)), is \(state(to))"
        case .owner(let from, let to): "from \(people.names.name(from)) to \(people.names.name(to))"
        case .reworded: "what it is, or its measure, was changed"
        }
    }
}
