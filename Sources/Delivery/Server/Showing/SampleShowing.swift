import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// One sample as a page.
struct SampleShowing {
    let read: ReadSample
    let tools: [AuditTool]
    let today: Day
    let names: PeopleNames
    var themes: [AuditTheme] = []
    /// Inspectors give grades of their own and moderate nobody's.
    var mayModerate = false
    /// A look-back has thousands of cases.
    static let casesShown = 200
    var shownPage = NumberedPage(FormReader(FormFields()), size: casesShown)
    /// What it asks again.
    var before: ReadSample? = nil

    /// - Parameter reader: Whoever may read files: of a file they have not read themselves, what others made of it is not shown.
    func page(reader: UserID?, mayReplace: Bool, token: String, errors: [FieldError]) -> SamplePage {
        let sample = read.file.sample
        let cases = read.cases
        let shown = cases.filter { $0.file != nil }
        let done = cases.count { $0.isRead }
        let left = cases.count { !$0.sampled.isDestroyed }
        let unread = cases.count { $0.isRead && isBlind($0, to: reader) }
        var page = SamplePage(
            id: read.file.id, name: sample.purpose, lede: lede,
            provenance: provenance, progress: "\(done) of \(left) files are read.",
            estimates: unread == 0 ? estimates : [("Of everybody", Self.told(after: unread))],
            agreement: unread == 0 ? agreement : [], cases: shownPage.of(shown).map { line($0, for: reader) },
            restricted: cases.count { $0.file == nil && !$0.sampled.isDestroyed },
            replaced: read.file.replacements.map(replaced),
            mayReplace: mayReplace && !sample.isChosen && read.file.nextInReserve != nil
                ? shown.filter { !$0.isRead }.map {
                    FilterOption(value: $0.child.text, words: $0.file?.summary.name ?? $0.child.local)
                } : [], csrfToken: token, errors: errors)
        page.destroyed = cases.count { $0.sampled.isDestroyed }
        page.campaign = campaign(isWhole: unread == 0)
        if shown.count > shownPage.size {
            let address = "/audit/samples/\(PercentText.encode(read.file.id))"
            page.position = shownPage.position(of: shown, order: "in the order drawn") { "\(address)?page=\($0)" }
        }
        if let before, unread == 0 {
            page.comparedWith = Link(
                words: before.file.sample.purpose, href: "/audit/samples/\(PercentText.encode(before.file.id))")
            page.compared = compared(with: before)
        }
        return page
    }

    /// Whether somebody who reads files has yet to read this one themselves: then what others made of it is not for them.
    private func isBlind(_ one: ReadSample.Case, to reader: UserID?) -> Bool {
        reader.map { me in !one.audits.contains { $0.body.by == me.text } } ?? false
    }

    /// Counts tell of the files they are of.
    private static func told(after unread: Int) -> String {
        "Told once you have read the \(unread == 1 ? "file" : "\(unread) files") others have read and you have not"
    }

    /// Who has got how far, in a look-back over a whole frame: by team, and by day. It names no reader.
    private func campaign(isWhole: Bool) -> SamplePage.Campaign? {
        guard read.file.method == .wholeFrame else { return nil }
        let known = read.cases.filter { $0.file != nil }
        func count(_ cases: [ReadSample.Case]) -> SamplePage.Campaign.Row {
            SamplePage.Campaign.Row(
                name: "", of: cases.count, read: cases.count { $0.isRead },
                atRisk: isWhole ? cases.count { $0.deciding?.leftAtPotentialRisk == true } : nil,
                flagged: cases.count { one in one.file?.flags.contains { $0.body.origin == read.file.id } ?? false })
        }
        let byTeam = Dictionary(grouping: known) { $0.file?.summary.holder(on: today)?.team ?? "" }
        let teams = byTeam.map { team, cases in
            var row = count(cases)
            row.name = team.isEmpty ? "No team" : names.team(team)
            return row
        }.sorted { $0.name < $1.name }
        let days = Dictionary(grouping: known.compactMap { $0.audits.map(\.body.on).min() }) { $0 }
        return SamplePage.Campaign(
            teams: teams,
            days: days.sorted { $0.key < $1.key }.map { ($0.key.shortWords, $0.value.count) }, all: count(known))
    }

    private func compared(with before: ReadSample) -> [(question: String, before: String, after: String)] {
        let compare = CompareSamples(before: before, after: read)
        guard let tool = tools.first(where: { $0.id == read.file.sample.tool }) else { return [] }
        let grades = tool.grades.map { grade in
            let both = compare.graded(grade)
            return (
                "Graded \(grade.words)", "\(both.before.such) of \(both.before.of)",
                "\(both.after.such) of \(both.after.of)"
            )
        }
        return grades
            + tool.questions.map { question in
                let both = compare.answers(to: question.id)
                return (question.ask, both.before.words, both.after.words)
            }
    }

    /// Both stay to be seen, by those who may see them.
    private func replaced(_ replacement: Recorded<SampleReplacement>) -> String {
        func known(_ child: String) -> AuditedFile? { read.files[SubjectID(child)].flatMap { $0 } }
        func name(_ child: String) -> String {
            known(child).map { $0.summary.name ?? SubjectID(child).local } ?? "a restricted child"
        }
        let body = replacement.body
        let why = known(body.replaced).map { ": \($0.withholding.masked(body.why))" } ?? ""
        return "\(name(body.replaced)) on \(body.on.shortWords), by \(name(body.by.child))\(why)".atSentenceStart
    }

    private var lede: String {
        let sample = read.file.sample
        if sample.isChosen {
            let by = sample.chosenBy.map(names.name) ?? "somebody"
            return "Chosen by \(by): \(sample.whyChosen ?? ""). It says nothing about anybody else."
        }
        return "\(read.file.method?.words.atSentenceStart ?? sample.method), from \(sample.frameCount) children."
    }

    private var provenance: [(words: String, value: String)] {
        let sample = read.file.sample
        var rows = [
            ("Frame", "\(sample.frame), on \(sample.frameAsOf.words)"),
            ("Children in the frame", String(sample.frameCount)),
        ]
        for exclusion in sample.exclusions { rows.append(("Left out: \(exclusion.words)", String(exclusion.children))) }
        rows.append(("Drawn", sample.on.words))
        if let draw = sample.draw { rows.append(("Draw of this record", "number \(draw)")) }
        if let seed = sample.seed { rows.append(("Seed, which nobody chose", seed)) }
        if let digest = sample.frameDigest { rows.append(("Digest of the frame", digest)) }
        let tool = tools.first { $0.id == sample.tool }?.name ?? sample.tool
        rows.append(("Read with", tool))
        if let theme = themes.first(where: { $0.id == sample.theme }) {
            rows.append(("Theme: \(theme.title)", theme.words))
        }
        return rows
    }

    private var estimates: [(words: String, value: String)] {
        guard read.file.supportsEstimates else {
            return [("Of everybody", "Nothing: these children were chosen, not drawn")]
        }
        let readCases = read.cases.filter(\.isRead)
        guard !readCases.isEmpty else { return [("Of everybody", "Nothing yet: no file is read")] }
        func row(_ words: String, _ isSo: (CaseFileAudit) -> Bool) -> (words: String, value: String) {
            let found = readCases.count { $0.deciding.map(isSo) ?? false }
            let read = "\(found) of \(readCases.count) read"
            guard let estimate = self.read.estimate(of: isSo) else { return (words, "\(read); \(whyNoEstimate)") }
            let first = self.read.firstRead.count
            let those = first == readCases.count ? "" : "by the first \(first) in the order drawn, "
            return (
                words,
                "\(read); \(those)in the whole frame \(estimate.words(of: self.read.file.sample.frameCount)), \(estimate.basis.words)"
            )
        }
        let leftOut = read.file.sample.exclusions.map { exclusion in
            ("Not in the frame", "\(exclusion.children) \(exclusion.words): the range says nothing of them")
        }
        return [
            row("Left at potential risk") { $0.leftAtPotentialRisk == true },
            row("Graded inadequate") { $0.grade == Grade.inadequate.rawValue },
            (
                "Found by the record's own checks",
                "\(readCases.count { $0.file?.concerns.contains { $0.stands(on: today) && $0.leavesAtPotentialRisk(on: today) } ?? false }) of \(readCases.count) read are left at potential risk today"
            ),
        ] + leftOut
    }

    /// Why what was read says nothing of everybody yet.
    private var whyNoEstimate: String {
        if read.file.isEqualChance, read.file.method != .everyNth {
            return "nothing can be said of the whole frame until files are read from the first drawn on"
        }
        guard read.cases.allSatisfy(\.isRead) else {
            return "nothing can be said of the whole frame until every case drawn is read"
        }
        return
            "nothing can be said of the whole frame: chances were unequal, and it was so in none of these, or in all, or a case was replaced"
    }

    private var agreement: [String] {
        let scale = tools.first { $0.id == read.file.sample.tool }?.grades ?? []
        let pairs: [(AuditReader, AuditReader)] = [(.auditor, .second), (.auditor, .moderator), (.auditor, .inspector)]
        return pairs.compactMap { one, other in
            let found = read.agreement(one, other, scale: scale)
            guard found.pairs > 0 else { return nil }
            return
                "\(one.words.atSentenceStart) and \(other.words): \(found.same) of \(found.pairs) the same, \(found.downgraded) graded worse, weighted kappa \(AgreementShowing.kappa(found))."
        }
    }

    static func hundredths(_ number: Double) -> String {
        let whole = Int((abs(number) * 100).rounded())
        return "\(number < 0 ? "-" : "")\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }

    private func line(_ one: ReadSample.Case, for reader: UserID?) -> SamplePage.Case {
        let isBlind = isBlind(one, to: reader)
        let address = "/audit/samples/\(PercentText.encode(read.file.id))/cases/\(PercentText.encode(one.child.text))"
        var marks: [String] = []
        if !isBlind, let deciding = one.deciding {
            if deciding.leftAtPotentialRisk == true { marks.append("Left at potential risk") }
            if deciding.cannotTell == true { marks.append("Cannot tell from the record") }
        }
        if !isBlind {
            let ids = Set(one.audits.map(\.id.text))
            let replies = (one.file?.replies ?? []).filter { ids.contains($0.body.audit) }
            if replies.contains(where: { $0.body.agrees == false }) { marks.append("Disputed by whoever did the work") }
            if replies.contains(where: { $0.body.agrees == true }) { marks.append("Agreed by whoever did the work") }
            if replies.contains(where: \.body.isFamily) { marks.append("The family's account is recorded") }
        }
        if one.file?.flags.contains(where: { $0.body.waits }) ?? false { marks.append("Flagged, and not answered") }
        var line = SamplePage.Case(
            child: Link(words: one.file?.summary.name ?? one.child.local, href: ListedChild.address(of: one.child)),
            readings: one.audits.map { audit in
                isBlind
                    ? "\(audit.body.reader.words): read"
                    : "\(audit.body.reader.words): \(audit.body.grade.map { Grade($0).words } ?? "no grade")"
            }, marks: marks,
            read: reader.map { _ in Link(words: one.isRead && !isBlind ? "Read again" : "Read the file", href: address)
            })
        let isOwn = reader.map { me in
            one.audits.contains { $0.body.by == me.text && $0.body.reader != .moderator }
        }
        if mayModerate, isOwn == false, one.audits.contains(where: { $0.body.reader == .auditor }) {
            line.moderate = Link(
                words: isBlind ? "Moderate, and see what others wrote" : "Moderate", href: "\(address)/moderation")
        }
        return line
    }
}
