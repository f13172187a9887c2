import AccessRules
import Pages
import RecordKeeping
import WorkingDays

/// Loads, as the list of imports shows them.
enum ImportsShowing {
    /// More loads, or more remarks on one, than a council makes in years.
    static let most = 50_000

    static func form(token: String, error: String?) -> UploadForm {
        UploadForm(
            csrfToken: token, accepts: ".xml,.zip",
            hint: "A children in need census (XML), or the tables of a Standard Safeguarding Dataset, zipped",
            error: error)
    }

    static func position(first: Int, shown: Int, of total: Int, base: String = "/imports?") -> ListPosition {
        let last = first + shown - 1
        let before = max(first - ImportRoutes.loadsShown, 1)
        return ListPosition(
            first: first, last: last, total: total, order: "newest first",
            previousHref: first > 1 ? "\(base)from=\(before)" : nil,
            nextHref: last < total ? "\(base)from=\(last + 1)" : nil)
    }

    static func line(_ load: Load, diagnostics: Int) -> LoadLine {
        LoadLine(
            href: "/imports/\(load.id.number)", when: (load.finishedAt ?? load.plan.startedAt).words,
            file: load.plan.files.joined(separator: ", "), loadedBy: load.plan.by.text, state: state(load),
            added: load.counts.added, changed: load.counts.changed, unchanged: load.counts.unchanged,
            noLongerInSource: load.counts.withdrawn, diagnostics: diagnostics)
    }

    private static func state(_ load: Load) -> Pages.LoadState {
        switch load.state {
        case .reading, .workingOutWithdrawals: .reading
        case .complete: .complete
        case .failed: .unfinished(because: words(load.failure))
        }
    }

    /// What is said of a load that did not complete. What it had read is kept, since entries are only ever added.
    private static func words(_ failure: LoadFailure?) -> String {
        let kept =
            "What had been read before that is kept. Nothing was taken to be no longer in the source. Load the file again."
        return switch failure {
        case .interrupted: "The program stopped while it was being read. \(kept)"
        case .unreadableFile: "The file could not be read to its end. \(kept)"
        case .stopped: "It was stopped. \(kept)"
        case nil: kept
        }
    }
}
