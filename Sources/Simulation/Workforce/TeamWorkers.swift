import WorkingDays

/// Workers a departure calls on: agency workers who stand in, a practitioner who is not a registered social worker,
/// and, in each block, a colleague who left not long ago.
enum TeamWorkers {
    static func relief(_ which: Int, team: Int) -> String { "R\(1000 + team)\(which == 0 ? "A" : "B")" }

    static func practitioner(team: Int) -> String { "P\(1000 + team)" }

    static func leaver(block: Int) -> String { "Z\(10000 + block)" }

    /// The day the colleague left.
    static func leftOn(block: Int, setting: Setting) -> Day {
        var chance = Chance(seed: setting.seed, purpose: .team, number: block)
        return setting.practice.earlier(0, setting.today - 8 - chance.below(50))
    }
}
