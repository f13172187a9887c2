import ChildJourney
import Pages
import WorkingDays

/// What a reader narrows a story to, as the end of its address says it.
struct StoryFilter: Hashable {
    private static let longest = 100

    /// Any of these; empty for all.
    var kinds: Set<RecordKind> = []
    var onlySignificant = false
    /// Who said it, or was spoken to.
    var spokenTo: String?
    /// Each of these words.
    var words: String?

    init() {}

    init(_ form: FormReader) {
        kinds = Set(form.fields.all("kind").compactMap { RecordKind(rawValue: $0) })
        onlySignificant = form.given("significant") != nil
        spokenTo = form.given("with").map { String($0.prefix(Self.longest)) }
        words = form.given("words").map { String($0.prefix(Self.longest)) }
    }

    var isEmpty: Bool { self == StoryFilter() }

    /// Whether it may hide a stretch in which nothing was recorded.
    var hidesGaps: Bool { !kinds.isEmpty || spokenTo != nil || words != nil }

    /// Looked for in what is shown: what is withheld is found by nobody.
    func admits(_ event: ToldEvent) -> Bool {
        if !kinds.isEmpty, !kinds.contains(event.kind) { return false }
        if onlySignificant, !event.isSignificant { return false }
        if let spokenTo, event.spokenTo?.lowercased() != spokenTo.lowercased() { return false }
        guard let words else { return true }
        let said = "\(event.title) \(event.words)".lowercased()
        return words.lowercased().split(separator: " ").allSatisfy { said.contains($0) }
    }

    private var fields: [FormFields.Field] {
        RecordKind.allCases.filter(kinds.contains).map { FormFields.Field("kind", $0.rawValue) }
            + (onlySignificant ? [FormFields.Field("significant", "yes")] : [])
            + [("with", spokenTo), ("words", words)].compactMap { name, value in
                value.map { FormFields.Field(name, $0) }
            }
    }

    /// As hidden fields of another form on the page.
    var kept: [(name: String, value: String)] { fields.map { ($0.name, $0.value) } }

    /// The address with these filters and what else it holds.
    func address(_ path: String, _ others: [(name: String, value: String)]) -> String {
        let query = FormFields(fields + others.map { FormFields.Field($0.name, $0.value) }).query
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    /// `events` is all there is to choose from; `first` comes before this filter's own fields.
    func form(
        _ path: String, _ events: [ToldEvent], kept others: [(name: String, value: String)],
        first: [FilterField] = []
    ) -> FilterForm {
        let present = Set(events.map(\.kind))
        let people = Set(events.compactMap(\.spokenTo)).sorted()
        var fields = first
        fields.append(
            FilterField(
                name: "significant", words: "How much of it",
                options: [FilterOption(value: "yes", words: "Significant events only", isChosen: onlySignificant)],
                look: .boxes))
        fields.append(FilterField(name: "words", words: "With these words", look: .words(words ?? "")))
        if !people.isEmpty {
            fields.append(
                FilterField(
                    name: "with", words: "Who said it or was spoken to",
                    options: people.map { FilterOption(value: $0, words: $0, isChosen: spokenTo == $0) },
                    anyWords: "Anybody"))
        }
        fields.append(
            FilterField(
                name: "kind", words: "Kinds of record",
                options: RecordKind.allCases.filter(present.contains).map {
                    FilterOption(value: $0.rawValue, words: $0.words.atSentenceStart, isChosen: kinds.contains($0))
                }, look: .boxes))
        return FilterForm(
            action: path, fields: fields, chips: chips(path, others), kept: others,
            clearHref: isEmpty ? nil : StoryFilter().address(path, others))
    }

    private func chips(_ path: String, _ others: [(name: String, value: String)]) -> [Link] {
        func without(_ words: String, _ change: (inout StoryFilter) -> Void) -> Link {
            var less = self
            change(&less)
            return Link(words: words, href: less.address(path, others))
        }
        var chips = RecordKind.allCases.filter(kinds.contains).map { kind in
            without("Kind: \(kind.words)") { $0.kinds.remove(kind) }
        }
        if onlySignificant { chips.append(without("Significant events only") { $0.onlySignificant = false }) }
        if let spokenTo { chips.append(without("With: \(spokenTo)") { $0.spokenTo = nil }) }
        if let words { chips.append(without("Words: \(words)") { $0.words = nil }) }
        return chips
    }
}

/// A page of a list whose pages are asked for by number.
struct NumberedPage: Hashable {
    /// From 1.
    let number: Int
    let size: Int

    init(_ form: FormReader, size: Int) {
        number = form.given("page").flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1
        self.size = size
    }

    func of<Item>(_ items: [Item]) -> ArraySlice<Item> { items.dropFirst((number - 1) * size).prefix(size) }

    func position(of items: [some Any], order: String, address: (Int) -> String) -> ListPosition {
        let shown = of(items)
        let last = (number - 1) * size + shown.count
        return ListPosition(
            first: shown.isEmpty ? 0 : (number - 1) * size + 1, last: last, total: items.count, order: order,
            previousHref: number > 1 ? address(number - 1) : nil,
            nextHref: last < items.count ? address(number + 1) : nil)
    }
}
