import ChildJourney

/// Workers and teams in words: by name where the source names them, else by their number in it.
struct Names {
    private let workforce: Workforce?

    init(_ workforce: Workforce?) {
        self.workforce = workforce
    }

    func worker(_ id: String) -> String { workforce?.workers[id]?.name ?? "worker \(id)" }

    func team(_ id: String) -> String { workforce?.teams[id]?.name ?? "team \(id)" }

    /// "J. Marsh, Assessment North"; nil when nobody holds.
    func holder(worker id: String?, team: String?) -> String? {
        let parts = [id.map(worker), team.map(self.team)].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
