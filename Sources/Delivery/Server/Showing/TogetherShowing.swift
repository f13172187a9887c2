import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// The stories of several children as one, with what is withheld for any of them hidden for all.
struct TogetherShowing {
    static let eventsShown = 40

    /// The child it was opened from, then those beside them.
    let opened: [OpenedChild]
    /// All who can be chosen, by their ids in the record.
    let choices: [(child: String, name: String)]
    let chosen: Set<String>
    let hidden: Int
    let question: ChildQuestion

    private var first: OpenedChild { opened[0] }

    /// A brother who lives with the father must not read on his sister's line where their mother lives, nor the other way.
    private var withholding: Withholding {
        var union = first.withholding
        for other in opened.dropFirst() { union.alsoHide(other.withholding, kinds: true) }
        return union
    }

    var page: TogetherPage {
        let address = ListedChild.address(of: first.child)
        let path = "\(address)/together"
        let (filter, on) = (question.filter, question.asItStood.day)
        let told = told
        let shown = told.filter { filter.admits($0.event) }
        let beside = choices.filter { chosen.contains($0.child) }.map { (name: "child", value: $0.child) }
        let kept = on.map { [(name: "on", value: $0.description)] } ?? []
        var dayForm = DayForm(action: path, typed: question.asItStood.typed, error: question.asItStood.error)
        dayForm.kept = filter.kept + beside
        let who = FilterField(
            name: "child", words: "Beside \(first.nameShown)",
            options: choices.map {
                FilterOption(value: $0.child, words: $0.name, isChosen: chosen.isEmpty || chosen.contains($0.child))
            }, look: .boxes)
        var form = filter.form(path, told.map(\.event), kept: kept, first: choices.isEmpty ? [] : [who])
        // NB: the chips keep whose stories are told.
        form.chips = filter.form(path, [], kept: kept + beside).chips
        return TogetherPage(
            childName: first.nameShown, childHref: address,
            children: opened.map { Link(words: $0.nameShown, href: ListedChild.address(of: $0.child)) },
            hidden: hidden, asItStoodOn: on.map { "As known at the end of \($0.words)." },
            story: Story(
                heading: "What happened", filters: form,
                entries: question.page.of(shown).map { told in
                    var entry = told.event.entry
                    entry.whose = told.whose
                    return entry
                },
                position: question.page.position(of: shown, order: "newest first") { page in
                    filter.address(path, kept + beside + [(name: "page", value: "\(page)")])
                }), dayForm: dayForm)
    }

    private var told: [(event: ToldEvent, whose: String)] {
        let withholding = withholding
        let moment = question.asItStood.day.map { Moment(londonDay: $0 + 1).adding(seconds: -1) }
        return opened.flatMap { child in
            StoryWords(names: Names(child.setting.workforce), withholding: withholding)
                .events(of: child.journey(asKnownAt: moment)).map { (event: $0, whose: child.nameShown) }
        }.sorted { ($0.event.on, $0.event.place) > ($1.event.on, $1.event.place) }
    }
}
