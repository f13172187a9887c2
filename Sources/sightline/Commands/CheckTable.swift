import Casework
import Concerns
import Diagnostics
import WorkingDays

/// A check as text for a terminal: the three counts apart, counts by concern, the most urgent children, coverage.
struct CheckTable {
    private static let childrenShown = 40
    let text: String

    init(_ report: CheckReport) {
        var lines = ["As at \(report.asOf.words), from \(report.source).", "\(report.children) children.", ""]
        lines.append("Unsafe now                 not checkable: only a person can flag a child")
        lines.append("Left at potential risk     \(report.threeCounts.leftAtPotentialRisk) children")
        lines.append("Duties overdue             \(report.threeCounts.dutiesOverdue)")
        lines.append("")
        if report.found.allSatisfy({ $0.standing.isEmpty }) {
            lines.append("Nothing found missing in what was checked.")
        } else {
            lines += CheckTable.counts(report) + [""] + CheckTable.children(report)
        }
        lines += [""] + CheckTable.coverage(report)
        if report.diagnosticCount > 0 {
            lines.append("\(report.diagnosticCount) things in the file could not be read as they stand:")
            lines += report.diagnostics.prefix(20).map {
                "  \($0.location.file):\($0.location.line):\($0.location.column)  \($0.code)  \($0.location.field)  \($0.message)"
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func counts(_ report: CheckReport) -> [String] {
        var lines = ["concern                      kind         standing"]
        for kind in ConcernKind.allCases {
            for rule in Rules.all where rule.kind == kind {
                guard let count = report.counts[rule.code], count > 0 else { continue }
                lines.append("\(pad(rule.code.text, 28)) \(pad(kind.rawValue, 12)) \(count)")
            }
        }
        return lines
    }

    private static func children(_ report: CheckReport) -> [String] {
        var shown = 0
        var lines = ["Most urgent first:"]
        for child in report.found where !child.standing.isEmpty {
            shown += 1
            if shown > childrenShown { continue }
            lines.append("  \(child.id)")
            for concern in child.standing {
                let why = concern.explanation(on: report.asOf, report.setting)?.why ?? ""
                lines.append(
                    "    level \(concern.level(on: report.asOf))  \(pad(concern.kind.rawValue, 10)) \(pad(concern.code.text, 24)) since \(concern.onset.words). \(why)"
                )
            }
        }
        if shown > childrenShown {
            lines.append("  and \(shown - childrenShown) more children: --format json or csv gives them all.")
        }
        return lines
    }

    private static func coverage(_ report: CheckReport) -> [String] {
        var lines = ["Not checkable from this source: \(report.notCheckable.count) of the catalogue's concerns."]
        for partly in report.partlyCheckable {
            lines.append("  \(partly.concern) for \(partly.children) children: \(partly.because).")
        }
        return lines
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
