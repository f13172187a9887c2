import ChildJourney
import Pages
import Retention

/// What somebody marks on one page of a record that is to be given.
struct AccessMarks {
    /// Names of others are about somebody else.
    private static let othersReason = "third-party"
    /// In characters.
    private static let longest = 5000

    let bundle: AccessBundle
    let number: Int
    let terms: AccessTerms

    // MARK: Shown

    /// `typed` is what was sent and must be put right; without it the page shows what was kept, and for a page nobody has read
    /// the names of others ticked.
    func lines(_ typed: FormFields? = nil) -> [AccessRequestPage.Line] {
        let kept = bundle.read(number).map { Dictionary(grouping: $0.redactions, by: \.line) }
        return bundle.page(number).enumerated().map { place, line in
            let passages = Redacting.passages(of: line.whole)
            let names = bundle.others(in: line)
            let shown: Shown
            if let typed {
                shown = Shown(
                    chosen: Set(typed.all("leave-\(place)")), words: typed["words-\(place)"] ?? "",
                    reason: typed["reason-\(place)"])
            } else if let kept {
                shown = self.shown(kept[place] ?? [], line, passages, names)
            } else {
                shown = Shown(chosen: Set(names.map { Self.value(of: $0) }))
            }
            let text = Array(line.whole)
            return AccessRequestPage.Line(
                field: "\(place)", date: line.date, title: line.title,
                names: names.map {
                    FilterOption(
                        value: Self.value(of: $0), words: $0, isChosen: shown.chosen.contains(Self.value(of: $0)))
                },
                passages: passages.enumerated().map { index, range in
                    FilterOption(
                        value: "s\(index)", words: String(text[range]), isChosen: shown.chosen.contains("s\(index)"))
                },
                isWhole: shown.chosen.contains("all"), words: shown.words,
                reasons: terms.reasons.map {
                    FilterOption(value: $0.id, words: $0.words, isChosen: shown.reason == $0.id)
                })
        }
    }

    /// As it stands in a form: by the name itself, since the list of names may change before it is sent.
    private static func value(of name: String) -> String { "n:\(PercentText.encode(name))" }

    private struct Shown {
        var chosen: Set<String> = []
        var words = ""
        var reason: String?
    }

    private func shown(
        _ marks: [Redaction], _ line: AccessBundle.Line, _ passages: [Range<Int>], _ names: [String]
    ) -> Shown {
        var shown = Shown()
        var left = Set(marks.compactMap(\.range))
        if marks.contains(where: { $0.range == nil }) { shown.chosen.insert("all") }
        var ofNames: Set<Range<Int>> = []
        for name in names {
            let ranges = Redacting.ranges(of: name, in: line.whole)
            if left.isSuperset(of: ranges) {
                shown.chosen.insert(Self.value(of: name))
                ofNames.formUnion(ranges)
            }
        }
        for (index, range) in passages.enumerated() where left.contains(range) {
            shown.chosen.insert("s\(index)")
            left.remove(range)
        }
        left.subtract(ofNames)
        let text = Array(line.whole)
        var seen: Set<String> = []
        shown.words = left.sorted { $0.lowerBound < $1.lowerBound }.map { String(text[$0]) }
            .filter { seen.insert($0.lowercased()).inserted }.joined(separator: "\n")
        shown.reason = marks.first { mark in mark.range.map { !ofNames.contains($0) } ?? true }?.reason
        return shown
    }

    // MARK: Sent

    /// What is marked, with what must be put right.
    func redactions(_ typed: FormFields) -> (found: [Redaction], problems: [FieldError]) {
        var found: [Redaction] = []
        var problems: [FieldError] = []
        for (place, line) in bundle.page(number).enumerated() {
            let chosen = typed.all("leave-\(place)")
            let passages = Redacting.passages(of: line.whole)
            var ranges = chosen.compactMap { choice in
                choice.hasPrefix("s")
                    ? Int(choice.dropFirst()).flatMap { passages.indices.contains($0) ? passages[$0] : nil } : nil
            }
            for words in Self.typedWords(typed["words-\(place)"] ?? "") {
                let standing = Redacting.ranges(of: words, in: line.whole)
                if standing.isEmpty {
                    problems.append(
                        FieldError(
                            field: "words-\(place)",
                            message: "“\(words)” does not stand in this: copy it as it is written"))
                }
                ranges += standing
            }
            let isWhole = chosen.contains("all")
            let reason = typed["reason-\(place)"].flatMap(terms.reason)
            if isWhole || !ranges.isEmpty {
                if reason == nil {
                    problems.append(FieldError(field: "reason-\(place)", message: "Choose why it is left out"))
                }
                let why = reason?.id ?? ""
                if isWhole { found.append(Redaction(line: place, from: nil, to: nil, reason: why)) }
                found += ranges.map { Redaction(line: place, from: $0.lowerBound, to: $0.upperBound, reason: why) }
            }
            for name in bundle.others(in: line) where chosen.contains(Self.value(of: name)) {
                found += Redacting.ranges(of: name, in: line.whole).map {
                    Redaction(line: place, from: $0.lowerBound, to: $0.upperBound, reason: Self.othersReason)
                }
            }
        }
        return (found, problems)
    }

    private static func typedWords(_ text: String) -> [String] {
        text.prefix(longest).split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.drop(while: \.isWhitespace)
            guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return nil }
            return String(words[...last])
        }
    }
}
