import Casework
import Concerns
import WorkingDays

/// A check as a table of concerns, a row each, for a spreadsheet.
struct CheckCSV {
    let bytes: [UInt8]

    init(_ report: CheckReport) {
        var text = "child,concern,about,kind,level,onset,due,days over,why,source\r\n"
        for child in report.found {
            for concern in child.standing + child.over {
                let explanation = concern.explanation(on: report.asOf, report.setting)
                let cells = [
                    child.id, concern.code.text, concern.about.key, concern.kind.rawValue,
                    String(concern.level(on: report.asOf)), concern.onset.description, concern.due?.description ?? "",
                    String(concern.daysOver(on: report.asOf)), explanation?.why ?? "", explanation?.source ?? "",
                ]
                text += cells.map(CheckCSV.cell).joined(separator: ",") + "\r\n"
            }
        }
        bytes = Array(text.utf8)
    }

    /// Quoted where it must be. A spreadsheet runs a cell that begins with =, +, - or @ as a formula: an apostrophe
    /// in front keeps it text.
    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t".contains(first), Int(text) == nil { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
