import ChildJourney
import RecordKeeping
import WorkingDays

/// Workers and teams in words: by name where the source names them, else by their number in it.
struct Names {
    private let workforce: Workforce?

    init(_ workforce: Workforce?) {
        self.workforce = workforce
    }

    func worker(_ id: String) -> String { workforce?.workers[id]?.name ?? "worker \(id)" }

    func team(_ id: String) -> String { workforce?.teams[id]?.name ?? "team \(id)" }

    /// "J. Marsh, Assessment North"; nil when nobody holds. Of somebody who has left or is away on the day it says so.
    func holder(worker id: String?, team: String?, on day: Day? = nil) -> String? {
        let gone = id.flatMap { id in day.flatMap { self.gone(id, on: $0) } }
        let parts = [id.map(worker), team.map(self.team), gone].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Who has the child, as a sentence without its stop. Whoever has the referral is not the lead worker for it.
    func holding(_ step: HolderStep?, on day: Day) -> String {
        guard let step, let words = holder(worker: step.worker, team: step.team, on: day) else {
            return "Held by nobody"
        }
        return step.isLead ? "Held by \(words)" : "No lead worker is recorded; the referral is with \(words)"
    }

    /// "left Fri 20 Nov 2026"; nil for somebody who is there on the day.
    private func gone(_ id: String, on day: Day) -> String? {
        if let left = workforce?.workers[id]?.leftOn, left <= day { return "left \(left.words)" }
        guard let away = workforce?.absences[id]?.last(where: { $0.holds(on: day) }) else { return nil }
        return away.until.map { "away until \($0.words)" } ?? "away since \(away.from.words)"
    }
}
