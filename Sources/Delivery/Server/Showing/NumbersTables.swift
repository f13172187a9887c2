import API
import AccessRules
import Concerns
import WorkingDays

/// The numbers as files: what is hidden on the page is hidden in the file.
struct NumbersTables {
    let asked: NumbersAsked

    var now: [UInt8] {
        var csv = CSVText(header: ["on", "heading", "code", "count"], marked: true)
        let day = asked.day.description
        let sees = asked.answersAny
        csv.row([day, "unsafe now", "", words(asked.today.byCode[UnsafeNowOpen.code], isAnswered: sees)])
        csv.row([day, "children left at potential risk", "", words(asked.today.atRisk, isAnswered: sees)])
        csv.row([day, "duties overdue", "", words(asked.today.overdue, isAnswered: sees)])
        for kind in ConcernKind.allCases {
            let isAnswered = asked.sight.answers(kind, in: asked.catalogue)
            csv.row([day, "children, by kind", kind.rawValue, words(asked.today.byKind[kind], isAnswered: isAnswered)])
        }
        for row in asked.aboutChildren {
            let count = words(asked.today.byCode[row.code], isAnswered: asked.sight.answers(row.code))
            csv.row([day, "children, by concern", row.code.text, count])
        }
        for (team, count) in asked.teams {
            csv.row([day, "children on today's list, by team", team ?? "no team", words(count, isAnswered: true)])
        }
        return csv.bytes
    }

    var trend: [UInt8] {
        var csv = CSVText(header: ["on", "children left at potential risk", "duties overdue"], marked: true)
        let sees = asked.answersAny
        for (day, numbers) in zip(asked.monthEnds, asked.trend) {
            csv.row([
                day.description, words(numbers.atRisk, isAnswered: sees), words(numbers.overdue, isAnswered: sees),
            ])
        }
        return csv.bytes
    }

    private func words(_ count: SuppressedFigure?, isAnswered: Bool) -> String {
        switch count ?? .shown(0) {
        case .hidden: "hidden"
        case .shown(0) where !isAnswered: "not checkable"
        case .shown(let count): "\(count)"
        }
    }
}
