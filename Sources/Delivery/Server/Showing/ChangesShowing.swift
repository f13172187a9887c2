import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// What was written earlier and what was written later: of one record that was corrected, or of two of the same kind.
struct ChangesShowing {
    let opened: OpenedChild

    private var address: String { ListedChild.address(of: opened.child) }
    private var path: String { "\(address)/changes" }

    private var versions: [JourneyEntry] {
        opened.history.entries.filter { !$0.withdrawn && VersionFields.kinds.contains(type(of: $0.body).kind) }
    }

    /// What can be compared, latest first: every record written more than once, and every assessment or plan with the one
    /// before it.
    var offered: [Link] {
        var byRecord: [History.Key: [JourneyEntry]] = [:]
        for entry in versions {
            byRecord[History.Key(kind: type(of: entry.body).kind, id: entry.id), default: []].append(entry)
        }
        var found: [(place: Int64, link: Link)] = []
        for entries in byRecord.values where entries.count > 1 {
            let (earlier, later) = (entries[entries.count - 2], entries[entries.count - 1])
            found.append(
                (
                    later.sequence,
                    Link(words: "\(name(later)), written \(entries.count) times", href: href(earlier, later))
                ))
        }
        for kinds in [[RecordKind.assessment], [.childProtectionPlan, .childInNeedPlan]] {
            let latest = byRecord.filter { kinds.contains($0.key.kind) }.values.compactMap(\.last)
                .sorted {
                    ($0.body.happenedOn ?? Day(number: 0), $0.sequence) < (
                        $1.body.happenedOn ?? Day(number: 0), $1.sequence
                    )
                }
            for (earlier, later) in zip(latest, latest.dropFirst()) {
                let words = "\(name(later)) beside the \(name(earlier).atSentenceMiddle)"
                found.append((later.sequence, Link(words: words, href: href(earlier, later))))
            }
        }
        return found.sorted { $0.place > $1.place }.map(\.link)
    }

    /// Nil where one of them is not there, or they are not of a kind that is compared.
    func page(from: Int64, to: Int64) -> ChangesPage? {
        let versions = versions
        guard let earlier = versions.first(where: { $0.sequence == from }),
            let later = versions.first(where: { $0.sequence == to }), from != to, family(earlier) == family(later)
        else { return nil }
        let others = versions.filter { family($0) == family(later) }
        var page = page()
        page.compared = ChangesPage.Compared(
            earlier: words(earlier), later: words(later), fields: fields(earlier.body, later.body),
            actions: actions(earlier.body, later.body),
            from: others.map { FilterOption(value: "\($0.sequence)", words: words($0), isChosen: $0.sequence == from) },
            to: others.map { FilterOption(value: "\($0.sequence)", words: words($0), isChosen: $0.sequence == to) })
        return page
    }

    func page() -> ChangesPage {
        ChangesPage(childName: opened.nameShown, childHref: address, action: path, offered: offered)
    }

    private func family(_ entry: JourneyEntry) -> RecordKind {
        let kind = type(of: entry.body).kind
        return kind == .childInNeedPlan ? .childProtectionPlan : kind
    }

    private func href(_ earlier: JourneyEntry, _ later: JourneyEntry) -> String {
        "\(path)?from=\(earlier.sequence)&to=\(later.sequence)"
    }

    private func name(_ entry: JourneyEntry) -> String {
        let day = entry.body.happenedOn.map { " of \($0.words)" } ?? ""
        return type(of: entry.body).kind.words.atSentenceStart + day
    }

    private func words(_ entry: JourneyEntry) -> String { "\(name(entry)), as recorded \(entry.recordedAt.words)" }

    private func fields(_ earlier: any EntryBody, _ later: any EntryBody) -> [ChangesPage.Field] {
        let (old, new) = (VersionFields.of(earlier), VersionFields.of(later))
        let names = new.map(\.words) + old.map(\.words).filter { name in !new.contains { $0.words == name } }
        return names.compactMap { name in
            func text(_ fields: [(words: String, text: String)]) -> String {
                opened.withholding.masked(fields.first { $0.words == name }?.text ?? "")
            }
            let (before, after) = (text(old), text(new))
            guard !before.isEmpty || !after.isEmpty else { return nil }
            return ChangesPage.Field(
                words: name, difference: before == after ? nil : WordDifference(from: before, to: after), same: after)
        }
    }

    private func actions(_ earlier: any EntryBody, _ later: any EntryBody) -> [ChangesPage.Action] {
        guard let old = VersionFields.actions(earlier), let new = VersionFields.actions(later) else { return [] }
        return PlanDifference(from: old, to: new).changes.map { change in
            let action = change.action
            return ChangesPage.Action(
                state: change.state.words, aim: opened.withholding.masked(action.aim),
                who: opened.withholding.masked(action.owner), by: action.by.words,
                how: opened.withholding.masked(action.measure))
        }
    }
}

extension String {
    /// "Assessment of ..." inside a sentence.
    fileprivate var atSentenceMiddle: String { prefix(1).lowercased() + dropFirst() }
}
