import Casework
import ChildJourney
import WorkingDays

/// A child's journey as a list of things that happened, newest first.
struct StoryWords {
    let names: Names
    /// Taken out of every word that is told.
    let withholding: Withholding

    func events(of journey: Journey) -> [ToldEvent] {
        var told: [ToldEvent] = []
        tellContacts(journey, &told)
        tellReferrals(journey, &told)
        tellAssessments(journey, &told)
        tellEnquiries(journey, &told)
        tellPlans(journey, &told)
        tellNotesAndDecisions(journey, &told)
        tellOversight(journey, &told)
        tellEmergencies(journey, &told)
        tellFamilysSide(journey, &told)
        tellGovernance(journey, &told)
        tellAssurance(journey, &told)
        tellWhereFound(journey, &told)
        tellRisks(journey, &told)
        tellFamilyAndEpisodes(journey, &told)
        tellBackground(journey, &told)
        if journey.hasCasework { setBeside(journey.casework.disputedStatements, &told) }
        return ToldEvent.numbered(told).sorted { ($0.on, $0.place) > ($1.on, $1.place) }
    }

    func tell<Body: EntryBody>(
        _ record: Recorded<Body>, _ day: Day?, _ title: String, _ words: String, _ told: inout [ToldEvent]
    ) {
        guard let day else { return }
        told.append(
            ToldEvent(
                on: day, kind: Body.kind, record: record.id, title: withholding.masked(title),
                words: withholding.masked(words), spokenTo: spokenTo(record.body).map(withholding.masked),
                isSignificant: record.body.isSignificant, recordedAt: record.recordedAt, place: record.place))
    }

    /// Who said it, or was spoken to.
    private func spokenTo(_ body: some EntryBody) -> String? {
        switch body {
        case let note as CaseNote: note.spokenTo
        case let contact as Contact: contact.from
        default: nil
        }
    }

    /// What there is, each as a sentence of its own.
    func joined(_ parts: String?...) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
            let words = part.atSentenceStart
            return words.last.map { ".!?".contains($0) } ?? true ? words : words + "."
        }.joined(separator: " ")
    }

    func tookPart(_ agencies: [Agency]?) -> String? {
        agencies.map { "Took part: \($0.map(\.words).joined(separator: ", "))" }
    }
}
