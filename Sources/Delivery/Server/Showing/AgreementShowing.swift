import AccessRules
import Assurance
import Casework
import ChildJourney
import Pages
import WorkingDays

/// Agreement and drift in words, with their counts, and nothing said of too few.
struct AgreementShowing {
    let found: ReadersAgreement
    let since: Day
    let names: PeopleNames

    func page(for person: SignedInPerson) -> AgreementPage {
        // NB: whose grades move is for the reader themselves, and for whoever looks over all of them.
        let seesAll = person.role == .director
        return AgreementPage(
            lede: "\(found.files) \(found.files == 1 ? "file" : "files") read and graded since \(since.words).",
            pairs: found.pairs.map(pair),
            readers: found.readers.filter { seesAll || $0.user == person.user.text }.map(reader)
                .sorted { $0.name < $1.name },
            note: seesAll
                ? "Each reader beside themselves, in order of name. Files differ, so that grades move does not say why; under \(GradeDrift.fewest) files in a half-year nothing is said."
                : "Your own grades. Under \(GradeDrift.fewest) files in a half-year nothing is said."
        )
    }

    private func pair(_ pair: ReadersAgreement.Pair) -> AgreementPage.Pair {
        let found = pair.agreement
        let isEnough = found.isEnough
        func share(_ count: Int) -> String {
            isEnough
                ? "\(count) of \(found.pairs)"
                : found.pairs == 0 ? "none" : "\(count) of \(found.pairs), too few to say more"
        }
        let kappa = Self.kappa(found)
        return AgreementPage.Pair(
            readers: "\(pair.first.words.atSentenceStart) and \(pair.second.words)", files: "\(found.pairs)",
            same: share(found.same), worse: share(found.downgraded), kappa: kappa)
    }

    /// Weighted kappa in words, and of how many files where they are too few.
    static func kappa(_ found: GradeAgreement) -> String {
        guard found.isEnough else { return "too few to say (\(found.pairs))" }
        return found.kappa.map(SampleShowing.hundredths) ?? "cannot be worked out"
    }

    private func reader(_ reader: ReadersAgreement.Reader) -> AgreementPage.Reader {
        func name(_ period: GradeDrift.Period) -> String {
            "\(period.from.civil.month < 7 ? "January to June" : "July to December") \(period.from.year)"
        }
        let moved = reader.drift.moved.map { from, to in
            "From \(from.better) of \(from.files) in \(name(from)) to \(to.better) of \(to.files) in \(name(to))."
        }
        return AgreementPage.Reader(
            name: names.name(reader.user),
            periods: reader.drift.periods.map { period in
                period.isEnough
                    ? "\(name(period)): \(period.better) of \(period.files) graded in the better half of the scale"
                    : "\(name(period)): too few to say (\(period.files))"
            }, moved: moved ?? "Too few to say whether they move.",
            readAgain: reader.readAgain == 0
                ? "None of the files was read again."
                : "\(reader.readAgain) of the files were read again, \(reader.downgraded) of them graded worse.")
    }
}
