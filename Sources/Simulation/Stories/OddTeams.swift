import WorkingDays

/// Teams that decide unlike the rest: they turn away most of what others would assess.
enum OddTeams {
    /// One team in twelve, in a council with enough teams to see the difference.
    static func turnsReferralsAway(_ team: Int, setting: Setting) -> Bool {
        let blocks = setting.children / Block.size
        let teams = blocks / Post.blocksInTeam
        return teams >= 8 && team % 12 == 7 && team < teams
    }
}
