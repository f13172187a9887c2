import Casework
import Concerns
import HTML
import WorkingDays

/// A check as one page that stands alone: to be printed, or sent to somebody who may read it.
struct CheckHTML: HTMLDocument {
    private let report: CheckReport

    init(_ report: CheckReport) {
        self.report = report
    }

    var bytes: [UInt8] { render() }
    var title: String { "Check of \(report.source)" }
    let lang = "en-GB"

    var head: some HTML {
        HTMLRaw(
            """
            <style>body{font:1rem/1.5 system-ui,sans-serif;color:#14213d;max-width:72rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #c9d1dc;padding:.3rem .6rem .3rem 0}
            .scroll{overflow-x:auto}</style>
            """)
    }

    @HTMLBuilder
    var body: some HTML {
        main {
            h1 { "What is missing" }
            p { "As at \(report.asOf.words), from \(report.source). \(report.children) children." }
            ul {
                li { "Unsafe now: not checkable, only a person can flag a child" }
                li { "Left at potential risk: \(report.threeCounts.leftAtPotentialRisk) children" }
                li { "Duties overdue: \(report.threeCounts.dutiesOverdue)" }
            }
            if report.found.allSatisfy({ $0.standing.isEmpty }) {
                p { "Nothing found missing in what was checked." }
            } else {
                concerns
            }
            if !report.service.isEmpty {
                h2 { "Workers and teams" }
                ul {
                    for row in report.service { li { "\(row.subject): \(row.why)" } }
                }
            }
            h2 { "What this source cannot show" }
            ul {
                for row in report.notCheckable { li { "\(Self.words(row.code)): \(row.because)" } }
                for partly in report.partlyCheckable {
                    li { "\(Self.words(partly.concern)), for \(partly.children) children: \(partly.because)" }
                }
            }
        }
    }

    private var concerns: some HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", "Concerns")) {
            table {
                thead {
                    tr {
                        for words in ["Child", "Kind", "What is missing", "Level", "Since", "Why"] {
                            th(.scope(.col)) { words }
                        }
                    }
                }
                tbody {
                    for child in report.found {
                        for concern in child.standing {
                            ConcernRow(child: child.id, concern: concern, report: report)
                        }
                    }
                }
            }
        }
    }

    private static func words(_ code: ConcernCode) -> String { Rules.rule(code)?.words.title ?? code.text }
}

private struct ConcernRow: HTML {
    let child: String
    let concern: Concern
    let report: CheckReport

    var body: some HTML {
        let words = concern.explanation(on: report.asOf, report.setting)
        return tr {
            th(.scope(.row)) { child }
            td { concern.kind.rawValue }
            td { words?.title ?? concern.code.text }
            td { "\(concern.level(on: report.asOf))" }
            td { concern.onset.words }
            td { words?.why ?? "" }
        }
    }
}
