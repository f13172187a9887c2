import Concerns
import Pages
import RecordKeeping

/// What a number counts, as it stands in an address: "potential-risk", "kind-unseen", "plan-drift".
struct NumberHeading: Hashable {
    let heading: DailyChanges.Heading

    init(_ heading: DailyChanges.Heading) {
        self.heading = heading
    }

    /// Fails on a heading the catalogue does not have.
    init?(_ text: String, in catalogue: [CatalogueRow]) {
        switch text {
        case "potential-risk": heading = .potentialRisk
        case "duties-overdue": heading = .dutiesOverdue
        default:
            if text.hasPrefix("kind-"), let kind = ConcernKind(rawValue: String(text.dropFirst(5))) {
                heading = .kind(kind)
            } else if let row = catalogue.first(where: { $0.code.text == text }) {
                heading = .code(row.code)
            } else {
                return nil
            }
        }
    }

    var text: String {
        switch heading {
        case .potentialRisk: "potential-risk"
        case .dutiesOverdue: "duties-overdue"
        case .kind(let kind): "kind-\(kind.rawValue)"
        case .code(let code): code.text
        }
    }

    func words(in catalogue: [CatalogueRow]) -> String {
        switch heading {
        case .potentialRisk: "Left at potential risk"
        case .dutiesOverdue: "Duties overdue"
        case .kind(let kind): kind.icon.word
        case .code(let code): catalogue.first { $0.code == code }?.title ?? code.text
        }
    }
}
