import AccessRules
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// What is recorded about a child, for whoever asks to see it: told from the record as it was known when the request was recorded, with
/// everything that is withheld now taken out.
struct AccessBundle {
    static let linesOnPage = 15
    /// About this office's own dealings with the record, and not about the child.
    private static let leftAside: Set<RecordKind> = [
        .outgoingDocument, .withheldFact, .legalHold, .destructionProposal, .subjectAccessRequest, .misfiledEntry,
    ]

    struct Line {
        let date: String
        let title: String
        let words: String

        /// What places of passages are counted in.
        var whole: String { "\(title)\n\(words)" }
    }

    let request: Recorded<SubjectAccessRequest>
    /// Oldest first.
    let lines: [Line]
    /// What the story does not tell: whoever prepares it gives it apart.
    let untold: [String]
    private let withholding: Withholding
    /// Names of other people that stand on the record.
    private let others: [String]

    init(_ opened: OpenedChild, _ request: Recorded<SubjectAccessRequest>) {
        self.request = request
        withholding = opened.withholding
        let upTo = request.body.upTo ?? .max
        // NB: what was sealed or withdrawn since stays out, whenever it was recorded: it may be about another child.
        let gone = opened.history.withdrawn
        let known = opened.history.entries.filter { entry in
            entry.sequence <= upTo && !gone.contains(.init(kind: type(of: entry.body).kind, id: entry.id))
        }
        var journey = History(entries: known).journey()
        // What the family says against what is told goes with it, even where they said so since.
        let told = Set(journey.records.map { History.Key(kind: type(of: $0.body).kind, id: $0.id) })
        let disputes = opened.history.journey().casework.disputedStatements.filter {
            told.contains(.init(kind: $0.body.disputedKind, id: $0.body.disputedRecord))
        }
        if !disputes.isEmpty { journey.casework.disputedStatements = disputes }
        let events = StoryWords(names: Names(opened.setting.workforce), withholding: opened.withholding)
            .events(of: journey).filter { !Self.leftAside.contains($0.kind) }
            .sorted { ($0.on, $0.place) < ($1.on, $1.place) }
        let masked = opened.withholding.masked
        let person = journey.person.map { person in
            Line(date: "Who it is about", title: masked(opened.nameShown), words: masked(Self.words(person.body)))
        }
        lines = [person].compactMap(\.self) + events.map { Line(date: $0.on.words, title: $0.title, words: $0.words) }
        let places = Set(events.map(\.place)).union([journey.person?.place].compactMap(\.self))
        let kinds = journey.records.filter { !places.contains($0.place) }.map { type(of: $0.body).kind }
        let documents = journey.casework.documents.count
        untold =
            Set(kinds).subtracting(Self.leftAside).map(\.words).sorted()
            + (documents == 0 ? [] : ["what is in the \(documents == 1 ? "document" : "\(documents) documents")"])
        others = Self.others(opened, journey)
    }

    private static func words(_ person: Person) -> String {
        [
            person.formerNames.map { "Also known as \($0.joined(separator: ", "))." },
            person.bornOn.map { "Born on \($0.words)." }, person.sex.map { "Sex: \($0)." },
            person.ethnicity.map { "Ethnicity: \($0)." }, person.uniquePupilNumber.map { "Pupil number \($0)." },
            person.nationality.map { "Nationality: \($0)." },
        ].compactMap(\.self).joined(separator: " ")
    }

    private static func others(_ opened: OpenedChild, _ journey: Journey) -> [String] {
        let own = Set([opened.nameShown, journey.person?.forename, journey.person?.surname].compactMap(\.self))
        var names: [String] = []
        for relative in opened.surroundings.adults + opened.surroundings.children {
            guard let person = relative.history.journey().person else { continue }
            let parts = [person.forename, person.surname].compactMap(\.self).filter { $0.count > 2 }
            names += [parts.joined(separator: " ")] + parts + (person.body.formerNames ?? [])
        }
        names += journey.contacts.compactMap(\.body.from)
        var seen: Set<String> = []
        return names.filter { !$0.isEmpty && !own.contains($0) && seen.insert($0).inserted }
    }

    // MARK: Reading it page by page

    var pages: Int { max(1, (lines.count + Self.linesOnPage - 1) / Self.linesOnPage) }

    /// From 1.
    func page(_ number: Int) -> [Line] {
        Array(lines.dropFirst((number - 1) * Self.linesOnPage).prefix(Self.linesOnPage))
    }

    /// Of all a page says. Another request's pages have others, though they say the same.
    func digest(_ number: Int) -> String {
        let text = page(number).map { "\($0.date)\n\($0.whole)" }.joined(separator: "\u{1E}")
        return DocumentHash.text(of: Array("\(request.id.text)\u{1E}\(number)\u{1E}\(text)".utf8))
    }

    /// What somebody read and marked of a page as it is now; nil for one nobody has read.
    func read(_ number: Int) -> AccessPageRead? {
        request.body.pagesRead?.last { $0.number == number && $0.digest == digest(number) }
    }

    var unread: [Int] { (1...pages).filter { read($0) == nil } }

    /// Names of others that stand in a line: to be looked at, and left out unless somebody says not.
    func others(in line: Line) -> [String] {
        others.filter { !Redacting.ranges(of: $0, in: line.whole).isEmpty }
    }

    // MARK: As it is given

    /// The lines without what was marked.
    var given: [Line] {
        (1...pages).flatMap { number -> [Line] in
            let marks = Dictionary(grouping: read(number)?.redactions ?? [], by: \.line)
            return page(number).enumerated().map { place, line in
                guard let marked = marks[place] else { return line }
                let ranges = marked.compactMap(\.range)
                if ranges.count < marked.count { return Line(date: line.date, title: Redacting.mark, words: "") }
                let parts = Redacting.text(line.whole, without: ranges)
                    .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return Line(date: line.date, title: parts[0], words: parts.count > 1 ? parts[1] : "")
            }
        }
    }

    /// The dates of lines in which words still stand that were left out elsewhere.
    var leftStanding: [String] {
        var words: Set<String> = []
        for number in 1...pages {
            let lines = page(number)
            for mark in read(number)?.redactions ?? [] {
                guard let range = mark.range, lines.indices.contains(mark.line) else { continue }
                words.insert(String(Array(lines[mark.line].whole)[range]))
            }
        }
        return given.filter { line in words.contains { !Redacting.ranges(of: $0, in: line.whole).isEmpty } }
            .map { "\($0.date). \($0.title)" }
    }

    func text(on day: Day, council: String) -> String {
        let body = request.body
        let intro =
            "What \(council) has recorded, given to \(withholding.masked(body.askedBy)) on \(day.words). It was asked for on "
            + "\(body.receivedOn.words) and tells the record as it was known when that was recorded. "
            + "\(Redacting.mark) stands where something was left out."
            + (untold.isEmpty ? "" : " Recorded too, and not told here: \(untold.joined(separator: ", ")).")
        let told = given.map { line in
            "\(line.date). \(line.title)\(line.words.isEmpty ? "" : "\n\(line.words)")"
        }
        return (["What is recorded", intro] + told).joined(separator: "\n\n") + "\n"
    }
}
