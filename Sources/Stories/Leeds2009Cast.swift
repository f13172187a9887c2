import ChildJourney
import WorkingDays

/// The invented children of the Leeds story. Of the 23 whose files are read 7 are left at potential risk, 2 are not written up, and
/// 14 are decoys: in time, late but done, without harm alleged, or rightly refused.
struct Leeds2009Cast {
    enum Meaning: Sendable { case atRisk, notWrittenUp, decoy }

    struct Sampled: Sendable {
        let file: StoryFile
        let meaning: Meaning
        let why: String
    }

    let calendar: WorkingCalendar

    private func working(_ days: Int) -> Day {
        calendar.adding(workingDays: -days, to: Leeds2009.inspectedOn) ?? Leeds2009.inspectedOn
    }

    var sampled: [Sampled] {
        var all: [Sampled] = []
        func add(_ count: Int, _ meaning: Meaning, _ why: String, _ file: (Int) -> StoryFile) {
            for _ in 0..<count { all.append(Sampled(file: file(all.count + 1), meaning: meaning, why: why)) }
        }
        add(3, .atRisk, "An injury was alleged; nobody has seen the child, and no strategy discussion was held") {
            number in
            var file = StoryFile("L", number, on: working(8))
            file.refer(on: working(8), harm: [.injury])
            file.assess(from: working(7))
            return file
        }
        add(2, .atRisk, "Enquiries began without the police") { number in
            var file = inTime(number, working(6), with: [.socialCare])
            file.enquire(from: working(6), 930)
            return file
        }
        add(2, .atRisk, "The child said an adult at home hit them, and nobody has seen the child") { number in
            var file = StoryFile("L", number, on: working(5))
            file.refer(on: working(5), harm: [.adultAtHome])
            file.discuss(on: working(5), 720)
            file.decideThreshold(on: working(5), 750)
            file.assess(from: working(4))
            return file
        }
        add(2, .notWrittenUp, "What was decided and done is not written up") { number in
            var file = StoryFile("L", number, on: working(7))
            file.refer(on: working(7), harm: [.injury])
            file.see(on: working(7), 780)
            file.discuss(on: working(7), 840, isWritten: false)
            file.decideThreshold(on: working(7), 870)
            file.assess(from: working(6))
            return file
        }
        add(5, .decoy, "In time") { inTime($0, working(9)) }
        add(3, .decoy, "Late, and done") { number in
            var file = StoryFile("L", number, on: working(10))
            file.refer(on: working(10), harm: [.noneOfThese])
            file.see(on: working(8), 780)
            file.discuss(on: working(7), 840)
            file.decideThreshold(on: working(7), 870)
            file.assess(from: working(8))
            return file
        }
        add(3, .decoy, "No harm alleged") { noHarm($0, working(6)) }
        add(3, .decoy, "Rightly refused") { number in
            var file = StoryFile("L", number, on: working(4))
            file.refuse(on: working(4))
            return file
        }
        return all
    }

    /// Children whose files inspectors did not read.
    var others: [StoryFile] {
        (24...60).map { number in
            number % 3 == 0 ? inTime(number, working(3 + number % 9)) : noHarm(number, working(2 + number % 12))
        }
    }

    private func inTime(_ number: Int, _ day: Day, with partners: [Agency] = [.socialCare, .police, .health])
        -> StoryFile
    {
        var file = StoryFile("L", number, on: day)
        file.refer(on: day, harm: [.injury])
        file.see(on: day, 780)
        file.discuss(on: day, 840, with: partners)
        file.decideThreshold(on: day, 870)
        file.assess(from: calendar.adding(workingDays: 1, to: day) ?? day)
        return file
    }

    private func noHarm(_ number: Int, _ day: Day) -> StoryFile {
        var file = StoryFile("L", number, on: day)
        file.refer(on: day)
        file.assess(from: calendar.adding(workingDays: 1, to: day) ?? day)
        file.see(on: calendar.adding(workingDays: 1, to: day) ?? day, 900)
        return file
    }
}
