import ChildJourney
import Concerns
import Diagnostics
import Pages
import RecordKeeping
import WorkingDays

/// One load as its page shows it.
struct LoadShowing {
    let load: Load
    /// Everything wrong with the file, in its order.
    let found: [Diagnostic]
    let sight: Sight
    /// Whether the reader may have the rows that could not be read: they hold whatever the file held about children.
    let mayHaveRows: Bool

    private var address: String { "/imports/\(load.id.number)" }

    /// `code` narrows the remarks shown row by row; `first` is the number of the first, counted from 1.
    func page(code: String?, first: Int) -> LoadPage {
        let line = ImportsShowing.line(load, diagnostics: found.count)
        var page = LoadPage(load: line)
        page.progress = LoadProgress(done: load.counts.subjects, of: nil, counting: "children and workers read")
        let chosen = code.map { code in found.filter { $0.code == code } } ?? found
        let shown = chosen.dropFirst(first - 1).prefix(ImportRoutes.linesShown)
        page.tallies = tallies
        page.diagnostics = shown.map(row)
        page.diagnosticsPosition = position(first: first, shown: shown.count, of: chosen.count, code: code)
        page.keptRowsHref = load.counts.unreadable > 0 && mayHaveRows ? "\(address)/unreadable" : nil
        page.coverage = LoadShowing.coverage(load.plan.cover)
        page.notCheckable = sight.blind.map {
            NotCheckable(kind: $0.row.kind.icon, check: $0.row.title, because: $0.because.atSentenceStart)
        }
        return page
    }

    private var tallies: [DiagnosticTally] {
        var order: [String] = []
        let byCode = Dictionary(grouping: found, by: \.code)
        for diagnostic in found where !order.contains(diagnostic.code) { order.append(diagnostic.code) }
        return order.compactMap { code in
            guard let all = byCode[code], let one = all.first else { return nil }
            return DiagnosticTally(
                code: code, severity: severity(one), message: one.message, count: all.count,
                href: "\(address)?code=\(PercentText.encode(code))")
        }
    }

    private func row(_ diagnostic: Diagnostic) -> DiagnosticRow {
        let place = diagnostic.location
        return DiagnosticRow(
            code: diagnostic.code, severity: severity(diagnostic), message: diagnostic.message, file: place.file,
            line: place.line > 0 ? place.line : nil, column: place.field.isEmpty ? nil : place.field)
    }

    private func severity(_ diagnostic: Diagnostic) -> DiagnosticSeverity {
        switch diagnostic.severity {
        case .fatal: .rowKept
        case .error: .valueLeftOut
        case .warning: .remark
        }
    }

    private func position(first: Int, shown: Int, of total: Int, code: String?) -> ListPosition {
        let base = code.map { "\(address)?code=\(PercentText.encode($0))&" } ?? "\(address)?"
        let last = first + shown - 1
        let before = max(first - ImportRoutes.linesShown, 1)
        return ListPosition(
            first: first, last: last, total: total, order: "in the order of the file",
            previousHref: first > 1 ? "\(base)from=\(before)" : nil,
            nextHref: shown > 0 && last < total ? "\(base)from=\(last + 1)" : nil)
    }

    /// Every fact a source may tell: one it does not is shown as not there.
    static func coverage(_ cover: Cover) -> [CoverageRow] {
        CoveredFact.allCases.map { fact in
            guard let extent = cover.extents[fact] else {
                return CoverageRow(record: fact.words.atSentenceStart, extent: .none, period: nil, source: cover.source)
            }
            let from = extent.from.map(\.words) ?? "the beginning"
            let until = cover.until.map(\.words) ?? "now"
            return CoverageRow(
                record: fact.words.atSentenceStart, extent: extent.from == nil ? .complete : .partial,
                period: "From \(from) to \(until)", source: cover.source)
        }
    }
}
