import API
import Casework
import ChildJourney
import Concerns
import Diagnostics
import Duties
import WorkingDays

/// A check as JSON: `sightline check --format json`.
struct CheckJSON {
    private static let pieceSize = 1 << 20

    /// Hands the text over in pieces: a million children's concerns are not held as text at once.
    init(_ report: CheckReport, withCleared: Bool, to write: ([UInt8]) -> Void) {
        var json = JSONText()
        json.object { json in
            json.field("asOf", report.asOf.description)
            json.field("source", report.source)
            json.field("children", report.children)
            json.key("threeCounts")
            json.object { json in
                // Nobody can flag a child in a file: the count is not nought, it is not checkable.
                json.key("unsafeNow")
                json.null()
                json.field("leftAtPotentialRisk", report.threeCounts.leftAtPotentialRisk)
                json.field("dutiesOverdue", report.threeCounts.dutiesOverdue)
            }
            json.key("counts")
            json.object { json in
                let unable = Set(report.notCheckable.map(\.code))
                for rule in Rules.all where !unable.contains(rule.code) {
                    json.field(rule.code.text, report.counts[rule.code] ?? 0)
                }
            }
            json.key("notCheckable")
            json.array(report.notCheckable) { $0.text($1.code.text) }
            json.key("partlyCheckable")
            json.array(report.partlyCheckable) { json, partly in
                json.object {
                    $0.field("concern", partly.concern.text)
                    $0.field("children", partly.children)
                    $0.field("because", partly.because)
                }
            }
            json.key("diagnostics")
            json.array(report.diagnostics) { $0.diagnostic($1) }
            json.field("diagnosticCount", report.diagnosticCount)
            json.key("concerns")
            json.array(report.found.lazy.flatMap { child in (child.standing + child.over).map { (child.id, $0) } }) {
                $0.concern($1.1, of: $1.0, report, withCleared: withCleared)
                if $0.bytes.count >= Self.pieceSize { write($0.take()) }
            }
            json.key("service")
            json.array(report.service) { json, concern in
                json.object {
                    $0.field("subject", concern.subject)
                    $0.field("concern", concern.code.text)
                    $0.field("kind", concern.kind.rawValue)
                    $0.field("level", concern.level)
                    $0.field("onset", concern.onset.description)
                    $0.field("why", concern.why)
                    $0.field("source", concern.source)
                }
            }
        }
        write(json.take() + [UInt8(ascii: "\n")])
    }
}

extension JSONText {
    mutating func diagnostic(_ diagnostic: Diagnostic) {
        object {
            $0.field("severity", diagnostic.severity.rawValue)
            $0.field("code", diagnostic.code)
            $0.field("message", diagnostic.message)
            $0.field("file", diagnostic.location.file)
            $0.field("line", diagnostic.location.line)
            $0.field("column", diagnostic.location.column)
            $0.field("field", diagnostic.location.field)
            $0.field("value", diagnostic.value)
        }
    }

    mutating func concern(_ concern: Concern, of child: String, _ report: CheckReport, withCleared: Bool) {
        let explanation = concern.explanation(on: report.asOf, report.setting)
        object { json in
            json.field("child", child)
            json.field("concern", concern.code.text)
            json.field("limb", concern.limb)
            json.field("about", concern.about.key)
            json.field("kind", concern.kind.rawValue)
            json.field("level", concern.level(on: report.asOf))
            json.field("onset", concern.onset.description)
            json.field("due", concern.due?.description)
            json.field("daysOver", concern.daysOver(on: min(report.asOf, concern.overOn ?? report.asOf)))
            if withCleared {
                json.field("clearedOn", concern.clearedOn?.description)
                json.field("endedOn", concern.endedOn?.description)
            }
            json.field("why", explanation?.why ?? "")
            json.key("evidence")
            json.array(concern.evidence) { json, evidence in
                json.object {
                    $0.field("record", evidence.kind.rawValue)
                    $0.field("on", evidence.on?.description)
                    $0.field("says", evidence.says)
                    $0.field("line", Int(evidence.place))
                }
            }
            json.field("source", explanation?.source ?? "")
        }
    }
}
