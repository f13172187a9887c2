import Assurance
import ChildJourney
import Measures
import Pages
import WorkingDays

/// Councils by the overall grade published of them last, and how it moved; and what next for a pattern of findings.
struct RegisterRanking {
    let register: [PublishedInspection]
    let frameworks: InspectionFrameworks

    /// The last graded inspection of a council, and the one before it.
    struct Standing {
        let council: String
        let last: PublishedInspection
        let before: PublishedInspection?
        let place: Int
        let placeBefore: Int?

        /// Above zero where it got better. Nil with nothing before it.
        var moved: Int? { placeBefore.map { $0 - place } }
    }

    /// Grades of different frameworks are put on one scale of four: "adequate" of older ones stands with "requires improvement".
    private static let scale = ["outstanding": 0, "good": 1, "requires_improvement": 2, "adequate": 2, "inadequate": 3]

    /// Best first, and by name within a grade.
    var standings: [Standing] {
        let graded = register.compactMap { one -> (PublishedInspection, Int, Day)? in
            guard let grade = one.overall, let place = Self.scale[grade.rawValue], let day = one.orderingDay else {
                return nil
            }
            return (one, place, day)
        }
        return Dictionary(grouping: graded) { $0.0.council }.compactMap { council, all in
            let latest = all.sorted { $1.2 < $0.2 }
            guard let last = latest.first else { return nil }
            let before = latest.dropFirst().first
            return Standing(
                council: council, last: last.0, before: before?.0, place: last.1, placeBefore: before?.1)
        }.sorted { ($0.place, $0.council) < ($1.place, $1.council) }
    }

    /// Once inadequate, and better by the next graded inspection: latest first.
    var recovered: [(from: PublishedInspection, to: PublishedInspection)] {
        let graded = register.filter { $0.overall != nil && $0.orderingDay != nil }
        var found: [(from: PublishedInspection, to: PublishedInspection)] = []
        for (_, all) in Dictionary(grouping: graded, by: \.council) {
            let inOrder = all.sorted { Self.number($0) < Self.number($1) }
            for (from, to) in zip(inOrder, inOrder.dropFirst())
            where from.overall == .inadequate && to.overall != .inadequate { found.append((from, to)) }
        }
        return found.sorted { left, right in
            let (one, other) = (Self.number(left.to), Self.number(right.to))
            return one == other ? left.to.council < right.to.council : one > other
        }
    }

    private static func number(_ inspection: PublishedInspection) -> Int32 { inspection.orderingDay?.number ?? 0 }

    private func grade(_ inspection: PublishedInspection) -> String {
        let name = frameworks[inspection.framework]?.name ?? inspection.framework
        return "\(inspection.overall?.words ?? ""), \(inspection.orderingDay?.shortWords ?? "") (\(name))"
    }

    private static func link(_ council: String) -> InspectionPartPage.Item {
        .init(council, href: "/register/councils/\(PercentText.encode(council))")
    }

    var ranked: InspectionPartPage.Part {
        let standings = standings
        return InspectionPartPage.Part(
            table: .init(
                caption: "\(standings.count) councils, best grade first and by name within a grade",
                columns: ["Council", "Overall", "Before", "Moved"],
                rows: standings.map { one in
                    [
                        Self.link(one.council), .init(grade(one.last).atSentenceStart),
                        .init(one.before.map(grade)?.atSentenceStart ?? "No earlier grade is held"),
                        .init(
                            one.moved.map { $0 > 0 ? "Up" : $0 < 0 ? "Down" : "The same" } ?? "Not known"),
                    ]
                }, nothing: "No graded inspection is held."))
    }

    private static func better(_ direction: MeasureDirection) -> String {
        switch direction {
        case .higher: "More"
        case .lower: "Less"
        case .neither: "Neither: it says what work there is"
        }
    }

    /// - Parameter opensNumbers: Whether the reader may open pages of measures.
    func next(for pattern: FindingPattern, opensNumbers: Bool) -> [InspectionPartPage.Part] {
        let recovered = recovered
        let shown = pattern.measures.compactMap { shown in
            Measures.all.first { $0.id.text == shown.id }.map { (measure: $0, words: shown.words) }
        }
        return [
            InspectionPartPage.Part(
                "What would show it mended",
                paragraphs: [
                    "Recorded: \(pattern.recordedFact).", "Measured: \(pattern.check).",
                    "\(pattern.adverseReports) of the published reports that judged a service inadequate or requiring improvement criticise it.",
                ],
                table: .init(
                    caption: "Counted here", columns: ["Measure", "What of it that shows", "Better is"],
                    rows: shown.map { shown in
                        [
                            .init(
                                shown.measure.words.title,
                                href: opensNumbers
                                    ? "/numbers/measures/\(PercentText.encode(shown.measure.id.text))" : nil),
                            .init(shown.words.atSentenceStart), .init(Self.better(shown.measure.better)),
                        ]
                    },
                    nothing:
                        "No measure of this product counts it: what is recorded has to be looked at, or an audit has to ask."
                )),
            InspectionPartPage.Part(
                "Who put things right",
                paragraphs: [
                    "Which councils were criticised for this pattern is not in the data held here, only how many. These were judged inadequate and moved up by their next graded inspection, whatever was criticised: their reports are where to look."
                ],
                table: .init(
                    caption: "\(recovered.count) times, latest first", columns: ["Council", "From", "To", "Source"],
                    rows: recovered.map { from, to in
                        [
                            Self.link(to.council), .init(grade(from).atSentenceStart),
                            .init(grade(to).atSentenceStart), .init(to.confidence.isEmpty ? to.source : to.confidence),
                        ]
                    }, nothing: "None is held.")),
        ]
    }
}
