import API
import AccessRules
import Concerns
import WorkingDays

/// A council's numbers as JSON. What is hidden from the reader is "hidden"; what cannot be answered is null.
struct NumbersJSON {
    let bytes: [UInt8]

    init(_ asked: NumbersAsked) {
        var json = JSONText()
        json.object { json in
            json.field("asOf", asked.day.description)
            json.field("suppressed", asked.isSuppressed)
            json.key("threeCounts")
            json.object { json in
                json.figure(
                    "unsafeNow", asked.today.byCode[UnsafeNowOpen.code] ?? .shown(0), isAnswered: asked.answersAny)
                json.totals(asked.today, isAnswered: asked.answersAny)
            }
            json.breakdowns(asked)
            json.months(asked)
            json.key("notCheckable")
            json.array(asked.sight.blind) { json, blind in
                json.object {
                    $0.field("concern", blind.row.code.text)
                    $0.field("because", blind.because)
                }
            }
        }
        bytes = json.bytes
    }
}

extension JSONText {
    fileprivate mutating func breakdowns(_ asked: NumbersAsked) {
        key("byKind")
        object { json in
            for kind in ConcernKind.allCases {
                let isAnswered = asked.sight.answers(kind, in: asked.catalogue)
                json.figure(kind.rawValue, asked.today.byKind[kind] ?? .shown(0), isAnswered: isAnswered)
            }
        }
        key("byConcern")
        object { json in
            for row in asked.aboutChildren {
                let count = asked.today.byCode[row.code] ?? .shown(0)
                json.figure(row.code.text, count, isAnswered: asked.sight.answers(row.code))
            }
        }
        key("beganInYear")
        object { json in
            for row in asked.aboutChildren {
                let count = asked.began[row.code] ?? .shown(0)
                json.figure(row.code.text, count, isAnswered: asked.sight.answers(row.code))
            }
        }
        key("byTeam")
        array(asked.teams) { json, team in
            json.object {
                $0.field("team", team.team)
                $0.figure("children", team.figure, isAnswered: true)
            }
        }
    }

    fileprivate mutating func months(_ asked: NumbersAsked) {
        key("byMonth")
        array(zip(asked.monthEnds, asked.trend)) { json, month in
            json.object {
                $0.field("on", month.0.description)
                $0.totals(month.1, isAnswered: asked.answersAny)
            }
        }
    }

    fileprivate mutating func totals(_ numbers: ShownNumbers, isAnswered: Bool) {
        figure("leftAtPotentialRisk", numbers.atRisk, isAnswered: isAnswered)
        figure("dutiesOverdue", numbers.overdue, isAnswered: isAnswered)
    }

    fileprivate mutating func figure(_ name: String, _ count: SuppressedFigure, isAnswered: Bool) {
        switch count {
        case .hidden: field(name, "hidden")
        case .shown(0) where !isAnswered:
            key(name)
            null()
        case .shown(let count): field(name, count)
        }
    }
}
