import AccessRules
import Pages
import RecordKeeping
import WorkingDays

extension ListedChild {
    /// The child's name, or their number where the source carries no names.
    var nameShown: String { summary.name ?? "Child \(child.local)" }

    var address: String { ListedChild.address(of: child) }

    static func address(of child: SubjectID) -> String { "/children/\(PercentText.encode(child.text))" }

    /// "Fri 11 Feb 2022", "due Tue 2 Feb 2027".
    var bornWords: String {
        if let born = summary.bornOn { return born.words }
        if let expected = summary.expectedOn { return "due \(expected.words)" }
        return "not known"
    }

    func ageWords(on day: Day) -> String {
        guard let born = summary.bornOn else { return bornWords }
        if let died = summary.diedOn { return "born \(born.words), died \(died.words)" }
        guard born <= day else { return "born \(born.words)" }
        let years = born.completedYears(on: day)
        return "\(years) \(years == 1 ? "year" : "years"), born \(born.words)"
    }

    func tags(on day: Day) -> [StatusTag] { summary.statuses(on: day).all.map(\.tag) }
}
