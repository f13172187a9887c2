import API
import Casework
import Measures

extension JSONText {
    /// Every figure that is printed, and of a hidden one that it is.
    mutating func published(_ figures: PublishedFigures) {
        array(figures.figures) { json, figure in
            json.object { json in
                json.field("measure", figure.measure.text)
                let unit = Measures.all.first { $0.id == figure.measure }?.unit ?? .children
                json.field("unit", unit.rawValue)
                json.field("group", figure.group.kind)
                json.field("team", figure.group.id)
                json.field("partOf", figure.partOf?.kind)
                json.field("partOfTeam", figure.partOf?.id)
                json.field("period", figure.period.text)
                json.field("periodKind", figure.period.kind.rawValue)
                json.field("hidden", figure.sum == nil)
                json.key("numerator")
                if let sum = figure.sum { json.number(sum.numerator) } else { json.null() }
                json.key("denominator")
                if let sum = figure.sum { json.number(sum.denominator) } else { json.null() }
                json.key("value")
                if let tenths = figure.sum?.tenths(unit) { json.number(Double(tenths) / 10) } else { json.null() }
            }
        }
    }
}
