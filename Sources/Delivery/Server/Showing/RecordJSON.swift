import API
import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// Lists, children and loads as JSON.
extension JSONText {
    static func list(_ page: ListPage, on day: Day, _ setting: Setting?) -> [UInt8] {
        let children = page.lines.compactMap(\.child)
        return answer { json in
            json.field("asOf", day.description)
            json.field("total", page.total)
            json.field("restricted", page.lines.count - children.count)
            json.key("children")
            json.array(children) { json, child in
                json.object { json in
                    json.who(child.child, child.summary, on: day)
                    json.key("concerns")
                    json.array(child.concerns) { $0.concern($1, on: day, setting) }
                }
            }
            json.field("next", page.next?.description)
        }
    }

    static func child(_ opened: OpenedChild, on day: Day) -> [UInt8] {
        answer { json in
            json.field("asOf", day.description)
            json.who(opened.child, opened.summary, on: day)
            json.field("source", opened.source.text)
            json.field("restricted", opened.isRestricted)
            json.field("standing", opened.concerns.count { $0.stands(on: day) })
            json.notChecked(opened.notChecked)
        }
    }

    static func concerns(_ opened: OpenedChild, on day: Day) -> [UInt8] {
        answer { json in
            json.field("asOf", day.description)
            json.field("id", opened.child.text)
            json.key("concerns")
            json.array(opened.concerns) { $0.concern($1, on: day, opened.setting) }
            json.notChecked(opened.notChecked)
        }
    }

    static func search(_ found: RecordKeeping.SearchPage, on day: Day) -> [UInt8] {
        let children = found.hits.compactMap(\.line.child)
        return answer { json in
            json.key("children")
            json.array(children) { json, child in
                json.object { $0.who(child.child, child.summary, on: day) }
            }
            json.field("restricted", found.hits.count - children.count)
            json.field("more", found.more)
        }
    }

    static func loads(_ loads: [Load]) -> [UInt8] {
        answer { json in
            json.key("imports")
            json.array(loads) { json, load in
                json.object { $0.load(load) }
            }
        }
    }

    private static func answer(_ fill: (inout JSONText) -> Void) -> [UInt8] {
        var json = JSONText()
        json.object(fill)
        return json.bytes
    }
}

extension JSONText {
    fileprivate mutating func who(_ child: SubjectID, _ summary: ChildSummary, on day: Day) {
        field("id", child.text)
        field("name", summary.name)
        field("bornOn", summary.bornOn?.description)
        field("expectedOn", summary.expectedOn?.description)
        field("diedOn", summary.diedOn?.description)
        key("statuses")
        array(summary.statuses(on: day).all) { $0.text($1.rawValue) }
        field("worker", summary.holder(on: day)?.worker)
        field("team", summary.holder(on: day)?.team)
    }

    fileprivate mutating func notChecked(_ unchecked: [NotChecked]) {
        key("notChecked")
        array(unchecked) { json, unchecked in
            json.object {
                $0.field("concern", unchecked.code.text)
                $0.field("limb", unchecked.limb)
                $0.field("because", unchecked.because)
            }
        }
    }

    fileprivate mutating func concern(_ concern: Concern, on day: Day, _ setting: Setting?) {
        let explanation = setting.flatMap { concern.explanation(on: day, $0) }
        object { json in
            json.field("concern", concern.code.text)
            json.field("limb", concern.limb)
            json.field("about", concern.about.key)
            json.field("kind", concern.kind.rawValue)
            json.field("level", concern.level(on: day))
            json.field("stands", concern.stands(on: day))
            json.field("onset", concern.onset.description)
            json.field("due", concern.due?.description)
            json.field("dueAt", concern.dueAt?.iso)
            json.field("daysOver", concern.daysOver(on: min(day, concern.overOn ?? day)))
            json.field("clearedOn", concern.clearedOn?.description)
            json.field("endedOn", concern.endedOn?.description)
            json.field("noLongerInSource", concern.noLongerInSource)
            json.field("why", explanation?.why)
            json.evidence(concern.evidence)
            json.field("source", explanation?.source)
        }
    }

    private mutating func evidence(_ evidence: [Evidence]) {
        key("evidence")
        array(evidence) { json, evidence in
            json.object {
                $0.field("record", evidence.kind.rawValue)
                $0.field("on", evidence.on?.description)
                $0.field("says", evidence.says)
                $0.field("line", Int(evidence.place))
            }
        }
    }

    fileprivate mutating func load(_ load: Load) {
        field("number", load.id.number)
        key("files")
        array(load.plan.files) { $0.text($1) }
        field("state", load.state.rawValue)
        field("failure", load.failure?.rawValue)
        field("startedAt", load.plan.startedAt.iso)
        field("finishedAt", load.finishedAt?.iso)
        field("by", load.plan.by.text)
        field("added", load.counts.added)
        field("changed", load.counts.changed)
        field("unchanged", load.counts.unchanged)
        field("noLongerInSource", load.counts.withdrawn)
        field("unreadable", load.counts.unreadable)
    }
}
