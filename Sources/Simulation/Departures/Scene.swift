import ChildJourney
import WorkingDays

/// What a departure may use: the council's lengths of time, its own stream of chance, and the child's post.
struct Scene {
    let setting: Setting
    var chance: Chance
    let post: Post
    let story: Story

    init(setting: Setting, chance: Chance, post: Post, story: Story) {
        self.setting = setting
        self.chance = chance
        self.post = post
        self.story = story
    }

    var practice: Practice { setting.practice }
    var today: Day { setting.today }

    /// Draws outlines from the departure's own stream.
    mutating func shape<Result>(_ draw: (inout ShapeMaker) -> Result) -> Result {
        var maker = ShapeMaker(setting: setting, story: story, chance: chance)
        let drawn = draw(&maker)
        chance = maker.chance
        return drawn
    }

    /// A working day between two days; nil where there is none.
    mutating func workingDay(from first: Day, through last: Day) -> Day? {
        guard first <= last else { return nil }
        let day = practice.earlier(0, first + chance.below(last - first + 1))
        if day >= first { return day }
        let later = practice.later(0, first)
        return later <= last ? later : nil
    }

    /// Every format, for what a census shows when the referral lies in its year.
    func formats(for referral: Referral) -> [SourceFormat] {
        referral.receivedOn >= setting.yearStart ? PlannedConcern.everywhere : PlannedConcern.fullRecords
    }

    /// Stands today: begun on or before the reference day.
    func stands(_ onset: Day) -> Bool { onset <= today }

    /// The concern that the child of an open, in need episode has not been seen, when its last visits are gone.
    func inNeedUnseen(_ episode: Episode, of life: Life) -> PlannedConcern? {
        guard let born = life.bornOn else { return nil }
        let seen = episode.visits.filter { $0.seen == true }.map(\.on).max()
        let start = max(episode.shape.phases.last?.from ?? episode.referral.receivedOn, born)
        let onset = practice.onset(practice.inNeedVisit, after: max(start, seen ?? start))
        guard stands(onset) else { return nil }
        return PlannedConcern(
            "in-need-child-unseen", about: PlannedConcern.about(.referral, episode.referral.receivedOn),
            onset: onset, visibleIn: PlannedConcern.fullRecords)
    }
}
