import ChildJourney
import WorkingDays

/// Turns the outline of an episode into the records a sound service leaves: every step in time, every child seen.
///
/// Nothing is written for a day after the reference day; a step whose day lies beyond it is simply not there yet.
struct EpisodePlanner {
    let setting: Setting
    let post: Post
    let bornOn: Day?
    var chance: Chance
    var ids: Identifiers

    var practice: Practice { setting.practice }
    var today: Day { setting.today }

    mutating func plan(_ shape: EpisodeShape) -> Episode {
        let source = chance.pick(NationalProfile.referralSources)
        let decided = practice.later(chance.below(2), shape.receivedOn)
        var referral = Referral(
            receivedOn: shape.receivedOn, source: source, primaryNeed: shape.primaryNeed,
            noFurtherAction: shape.isNoFurtherAction, decidedOn: decided <= today ? decided : nil,
            closedOn: shape.closedOn, closureReason: shape.closureReason, team: post.team)
        if !shape.isNoFurtherAction { referral.worker = post.worker(on: shape.receivedOn) }
        var episode = Episode(id: ids.next("R"), shape: shape, referral: referral)
        guard !shape.isNoFurtherAction else { return episode }
        allocate(&episode)
        if shape.isAssessed { assess(&episode) }
        enquire(&episode)
        for index in shape.phases.indices { live(index, of: &episode) }
        stepDown(&episode)
        return episode
    }

    /// Leads from the first working day, as the post changes hands, to the closure.
    private mutating func allocate(_ episode: inout Episode) {
        let wait = chance.below(practice.lead.number + 1)
        let first = practice.later(wait, episode.referral.receivedOn)
        guard first <= today else { return }
        let closed = episode.referral.closedOn
        for allocation in post.leads(from: min(first, closed ?? first), until: closed) {
            episode.allocations.append(Draft(allocation, id: ids.next("L")))
        }
    }

    /// Early help opens in time after a case closed to it.
    private mutating func stepDown(_ episode: inout Episode) {
        guard episode.referral.closureReason == "RC9", let closed = episode.referral.closedOn else { return }
        let opened = practice.later(chance.below(practice.earlyHelp.number + 1), closed)
        guard opened <= today else { return }
        let ended = practice.later(60 + chance.below(60), opened)
        episode.earlyHelp.append(
            Draft(
                EarlyHelpEpisode(
                    startedOn: opened, endedOn: ended < today ? ended : nil, reason: "Stepped down",
                    endReason: ended < today ? "Needs met" : nil, organisation: "Invented Family Hub"),
                id: ids.next("H")))
    }

    /// Whether the child had been born by a day; before birth nobody can see the child.
    func isBorn(on day: Day) -> Bool { bornOn.map { $0 <= day } ?? false }
}
