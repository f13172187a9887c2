import Assurance
import ChildJourney

/// The same questions before and after: a sample, and the one it asks again.
package struct CompareSamples: Sendable {
    package struct Answers: Hashable, Sendable {
        /// Files whose deciding reading answers yes.
        package let yes: Int
        /// Files whose deciding reading answers yes or no.
        package let answered: Int
        /// Files whose deciding reading cannot tell.
        package let cannotTell: Int

        package var words: String {
            guard answered + cannotTell > 0 else { return "not answered" }
            let told = "yes in \(yes) of \(answered)"
            return cannotTell > 0 ? "\(told), cannot tell in \(cannotTell)" : told
        }
    }

    private let before: ReadSample
    private let after: ReadSample

    package init(before: ReadSample, after: ReadSample) {
        self.before = before
        self.after = after
    }

    package func answers(to question: String) -> (before: Answers, after: Answers) {
        (Self.answers(to: question, in: before), Self.answers(to: question, in: after))
    }

    package func graded(_ grade: Grade) -> (before: (such: Int, of: Int), after: (such: Int, of: Int)) {
        (Self.graded(grade, in: before), Self.graded(grade, in: after))
    }

    /// Children read both times, with the grade of each time.
    package var bothTimes: [(case: ReadSample.Case, before: Grade, after: Grade)] {
        after.cases.compactMap { again in
            let first = before.cases.first { $0.child == again.child }
            guard let before = first?.deciding?.grade, let after = again.deciding?.grade else { return nil }
            return (again, Grade(before), Grade(after))
        }
    }

    private static func answers(to question: String, in read: ReadSample) -> Answers {
        let given = read.cases.compactMap { one in
            one.deciding?.answers.first { $0.question == question }?.answer
        }
        return Answers(
            yes: given.count { $0 == .yes }, answered: given.count { $0 == .yes || $0 == .no },
            cannotTell: given.count { $0 == .cannotTell })
    }

    private static func graded(_ grade: Grade, in read: ReadSample) -> (such: Int, of: Int) {
        let grades = read.cases.compactMap { $0.deciding?.grade }
        return (grades.count { $0 == grade.rawValue }, grades.count)
    }
}
