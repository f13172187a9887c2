import API
import ArgumentParser
import Measures
import Standards

/// `sightline compare`: a published measure of a council beside England, its region and similar councils.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Put a published measure of a council beside England, its region and ten similar councils.",
        discussion: """
            Similar by the published rates of referrals, children in need and section 47 enquiries per 10,000 children of the same year; \
            these are not the official statistical neighbours.
            Exit code 0: printed. 2: the measure is not published, or nothing was published of the council.
            """)

    @Argument(help: "The measure, such as re-referrals-within-12-months.")
    var measure: String

    @Option(help: "The council's three-digit code.")
    var council: String

    @Option(help: "The year that ended on 31 March of it; the last published when there is none.")
    var year: Int?

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try StandardsFolder.find(data.data, program: DataOptions.program)
        do {
            let compared = try MeasureComparison(MeasureID(measure), council: council, year: year) {
                try folder.publishedStatistics($0)
            }
            Output.write(format == .json ? json(compared) : table(compared))
        } catch let refusal as MeasureComparison.Refusal {
            throw Refused(refusal.words)
        }
    }

    private func table(_ compared: MeasureComparison) -> [UInt8] {
        var text = "\(compared.measure.words.title), year to 31 March \(compared.council.year)\n"
        text += "\(compared.council.name): \(words(compared.council.tenths))\n"
        text += "England: \(words(compared.england?.tenths))\n"
        text += "\(compared.council.region): \(words(compared.region?.tenths))\n"
        text += "Similar councils, nearest first (not the official statistical neighbours):\n"
        for (neighbour, figure) in compared.similar {
            text += "  \(neighbour.name), \(rounded(neighbour.distance)) apart: \(words(figure?.tenths))\n"
        }
        return Array(text.utf8)
    }

    private func json(_ compared: MeasureComparison) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("measure", compared.measure.id.text)
            json.field("year", compared.council.year)
            json.key("council")
            json.statistic(compared.council)
            json.key("england")
            if let england = compared.england { json.statistic(england) } else { json.null() }
            json.key("region")
            if let region = compared.region { json.statistic(region) } else { json.null() }
            json.key("similar")
            json.array(compared.similar) { json, similar in
                json.object { json in
                    json.field("code", similar.neighbour.code)
                    json.field("name", similar.neighbour.name)
                    json.key("distance")
                    json.number(similar.neighbour.distance)
                    json.key("value")
                    if let tenths = similar.figure?.tenths { json.number(Double(tenths) / 10) } else { json.null() }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func words(_ tenths: Int?) -> String { tenths.map { "\($0 / 10).\($0 % 10)%" } ?? "not published" }

    private func rounded(_ distance: Double) -> String {
        let hundredths = Int((distance * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension JSONText {
    fileprivate mutating func statistic(_ statistic: PublishedStatistic) {
        object { json in
            json.field("code", statistic.code)
            json.field("name", statistic.name)
            json.key("numerator")
            if let count = statistic.numerator { json.number(count) } else { json.null() }
            json.key("denominator")
            if let count = statistic.denominator { json.number(count) } else { json.null() }
            json.key("value")
            if let tenths = statistic.tenths { json.number(Double(tenths) / 10) } else { json.null() }
        }
    }
}
