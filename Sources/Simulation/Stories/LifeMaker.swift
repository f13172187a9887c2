import ChildJourney
import WorkingDays

/// Makes one child: the outline by the story of the child's slot, the records of a sound service, and then at most one
/// departure from it, with every concern that departure causes.
struct LifeMaker {
    let setting: Setting
    let number: Int
    let block: Block
    let slot: Int
    let post: Post
    let story: Story

    init(setting: Setting, number: Int) {
        self.setting = setting
        self.number = number
        block = Block(of: number, seed: setting.seed)
        slot = block.slot(of: number)
        post = Posts(setting: setting).post(block: block.number, slot: slot)
        var story = block.story(ofSlot: slot)
        if story == .assessedNotInNeed, OddTeams.turnsReferralsAway(post.teamNumber, setting: setting) {
            story = .noFurtherAction
        }
        self.story = story
    }

    func child() -> SimulatedChild {
        var chance = Chance(seed: setting.seed, purpose: .departure, number: number)
        for departure in Departures.chosen(for: story, &chance) {
            if let made = child(with: departure, chance) { return made }
        }
        let life = life(outlines: nil)
        return finish(life, planted: [], departure: nil)
    }

    private func child(with departure: any Departure, _ chance: Chance) -> SimulatedChild? {
        var scene = Scene(setting: setting, chance: chance, post: post, story: story)
        let outlines = departure.outlines(&scene)
        if let outlines, outlines.isEmpty { return nil }
        var life = life(outlines: outlines)
        guard let planned = departure.plant(in: &life, &scene) else { return nil }
        return finish(life, planted: planned, departure: departure)
    }

    /// The whole sound life. `outlines` replaces what the story would have been, when a departure needs another.
    private func life(outlines: [EpisodeShape]?) -> Life {
        var shapes = ShapeMaker(
            setting: setting, story: story, chance: Chance(seed: setting.seed, purpose: .life, number: number))
        let outline = outlines ?? shapes.outlines()
        var chance = shapes.chance
        let family = Family(of: number, setting: setting)
        var maker = PersonMaker(setting: setting, number: number, family: family)
        let first = outline.first?.receivedOn ?? setting.today
        let last = outline.last.flatMap { $0.isNoFurtherAction ? $0.receivedOn : $0.closedOn } ?? setting.today
        let unborn = outlines == nil && mayBeUnborn(outline) && chance.happens(perThousand: 35)
        var person = maker.person(first: first, last: last, isUnbornAtFirst: unborn)
        if outline.last?.closureReason == "RC2" { person.diedOn = outline.last?.closedOn }
        let disabilities = maker.disabilities(primaryNeed: outline.last?.primaryNeed ?? "")
        var planner = EpisodePlanner(
            setting: setting, post: post, bornOn: person.bornOn, chance: chance, ids: Identifiers(child: number))
        let episodes = outline.map { planner.plan($0) }
        var life = Life(
            number: number, story: story, post: post, person: person, disabilities: disabilities, family: family,
            ids: planner.ids, episodes: episodes)
        countEarlierPlans(&life)
        var extras = ExtraEvents(setting: setting, chance: planner.chance)
        extras.add(to: &life)
        return life
    }

    /// Only a child whose whole involvement began this half year may have been unborn when it did.
    private func mayBeUnborn(_ outline: [EpisodeShape]) -> Bool {
        guard story.isOpen, story != .inCare, outline.count == 1 else { return false }
        return setting.today - outline[0].receivedOn < 200
    }

    private func countEarlierPlans(_ life: inout Life) {
        var count = 0
        for episode in life.episodes.indices {
            for plan in life.episodes[episode].protectionPlans.indices {
                let elsewhere = life.episodes[episode].protectionPlans[plan].previousPlans ?? 0
                life.episodes[episode].protectionPlans[plan].previousPlans = count + elsewhere
                count += 1 + elsewhere
            }
        }
    }

    private func finish(_ life: Life, planted: [PlannedConcern], departure: (any Departure)?) -> SimulatedChild {
        var truths = (planted + NaturalPatterns(setting: setting, life: life).concerns()).merged()
        if hasStopped(life) { truths = [] }
        return SimulatedChild(
            number: number, id: SimulatedChild.id(number), journey: life.journey(), truths: truths,
            planted: departure?.name, isDecoy: departure.map { $0.isDecoy } ?? false)
    }

    /// Nothing stands for a child who has died, been adopted or turned eighteen.
    private func hasStopped(_ life: Life) -> Bool {
        if let died = life.person.diedOn, died <= setting.today { return true }
        if let born = life.bornOn, born.birthday(18) <= setting.today { return true }
        return life.episodes.contains { $0.referral.closureReason == "RC1" }
    }
}
