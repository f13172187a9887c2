import API
import AccessRules
import Concerns
import WorkingDays

/// A council's numbers as JSON. What is hidden from the reader is "hidden"; what cannot be answered is null.
struct NumbersJSON {
    let bytes: [UInt8]

    init(_ asked: NumbersAsked) {
        let sees = ConcernKind.allCases.contains { asked.sight.answers($0, in: asked.catalogue) }
        var json = JSONText()
        json.object { json in
            json.field("asOf", asked.day.description)
            json.field("suppressed", asked.isSuppressed)
            json.key("threeCounts")
            json.object { json in
                // Nobody can flag a child here yet: the count is not nought, there is none.
                json.key("unsafeNow")
                json.null()
                json.figure("leftAtPotentialRisk", asked.today.atRisk, isAnswered: sees)
                json.figure("dutiesOverdue", asked.today.overdue, isAnswered: sees)
            }
            json.breakdowns(asked)
            json.key("byMonth")
            json.array(zip(asked.monthEnds, asked.trend)) { json, month in
                json.object {
                    $0.field("on", month.0.description)
                    $0.figure("leftAtPotentialRisk", month.1.atRisk, isAnswered: sees)
                    $0.figure("dutiesOverdue", month.1.overdue, isAnswered: sees)
                }
            }
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
        key("byTeam")
        array(asked.teams) { json, team in
            json.object {
                $0.field("team", team.team)
                $0.figure("children", team.figure, isAnswered: true)
            }
        }
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
