import ChildJourney

/// `ssd_cla_episodes`: periods in care, a new one at each change of legal status or placement.
enum CareEpisodesTable: DatasetTable {
    static let layout = TableLayout(
        "cla_episodes", standsOn: ["clae_cla_episode_start_date"], tells: [ToldFact(.careEpisodes)],
        columns: [
            .key("clae_cla_episode_id"), .person("clae_person_id"), .unread("clae_cla_placement_id"),
            .day("clae_cla_episode_start_date"), .unread("clae_cla_episode_start_reason"),
            .code("clae_cla_primary_need_code", .primaryNeed), .day("clae_cla_episode_ceased_date"),
            .code("clae_cla_episode_ceased_reason", .careCeased), .unread("clae_cla_id"), .link("clae_referral_id"),
            .unread("clae_cla_last_iro_contact_date"), .unread("clae_entered_care_date"),
        ])

    static func body(_ row: inout SpilledRow) -> CareEpisode {
        var episode = CareEpisode(beganOn: row.neededDay())
        episode.primaryNeed = row.text()
        episode.ceasedOn = row.day()
        episode.ceasedReason = row.text()
        episode.referral = row.link()
        return episode
    }

    static func records(of journey: Journey) -> [Recorded<CareEpisode>] { journey.careEpisodes }

    static func write(_ episode: CareEpisode, to row: RowWriter) {
        row.put(episode.beganOn)
        row.put(episode.primaryNeed)
        row.put(episode.ceasedOn)
        row.put(episode.ceasedReason)
        row.put(episode.referral?.text)
    }
}
