import Casework
import Concerns
import WorkingDays

/// A check as one page that stands alone: to be printed, or sent to somebody who may read it.
struct CheckHTML {
    let bytes: [UInt8]

    init(_ report: CheckReport) {
        var html = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>Check of \(Self.escaped(report.source))</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;color:#14213d;max-width:72rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #c9d1dc;padding:.3rem .6rem .3rem 0}
            .scroll{overflow-x:auto}</style></head><body><main>
            <h1>What is missing</h1><p>As at \(report.asOf.words), from \(Self.escaped(report.source)). \(report.children) children.</p>
            <ul><li>Unsafe now: not checkable, only a person can flag a child</li>
            <li>Left at potential risk: \(report.threeCounts.leftAtPotentialRisk) children</li>
            <li>Duties overdue: \(report.threeCounts.dutiesOverdue)</li></ul>
            """
        if report.found.allSatisfy({ $0.standing.isEmpty }) {
            html += "<p>Nothing found missing in what was checked.</p>"
        } else {
            html += """
                <div class="scroll" tabindex="0" role="region" aria-label="Concerns"><table><thead><tr><th scope="col">Child</th>
                <th scope="col">Kind</th><th scope="col">What is missing</th><th scope="col">Level</th>
                <th scope="col">Since</th><th scope="col">Why</th></tr></thead><tbody>
                """
            for child in report.found {
                for concern in child.standing {
                    let words = concern.explanation(on: report.asOf, report.setting)
                    html += "<tr><th scope=\"row\">\(Self.escaped(child.id))</th><td>\(concern.kind.rawValue)</td>"
                    html +=
                        "<td>\(Self.escaped(words?.title ?? concern.code.text))</td><td>\(concern.level(on: report.asOf))</td>"
                    html += "<td>\(concern.onset.words)</td><td>\(Self.escaped(words?.why ?? ""))</td></tr>\n"
                }
            }
            html += "</tbody></table></div>"
        }
        html += "<h2>What this source cannot show</h2><ul>"
        for row in report.notCheckable { html += "<li>\(row.code): \(Self.escaped(row.because))</li>" }
        for partly in report.partlyCheckable {
            html += "<li>\(partly.concern), for \(partly.children) children: \(Self.escaped(partly.because))</li>"
        }
        html += "</ul></main></body></html>\n"
        bytes = Array(html.utf8)
    }

    private static func escaped(_ text: String) -> String {
        var safe = ""
        for character in text {
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            default: safe.append(character)
            }
        }
        return safe
    }
}
