import ChildJourney

/// What people wrote in plans, as a pack shows it: what names a child or tells what is withheld is left out whole.
struct PlanWords {
    static let leftOut = "[left out: it names a child or tells what is withheld]"

    private var unfit: Set<String> = []

    init(unfit: Set<String> = []) {
        self.unfit = unfit
    }

    func shown(_ words: String) -> String { unfit.contains(words) ? Self.leftOut : words }

    /// Every text of these plans that a pack may show.
    static func all(of plans: [PlanFile]) -> [String] {
        var written: Set<String> = []
        for plan in plans {
            for action in plan.actions.map(\.body) {
                written.insert(action.what)
                written.formUnion([action.changedBecause, action.noMeasureBecause].compactMap(\.self))
            }
            written.formUnion(plan.resolutions.map(\.body.words))
        }
        return written.sorted()
    }
}
