import ChildJourney

/// `ssd_early_help_episodes`: help from another service, below social care.
enum EarlyHelpEpisodesTable: DatasetTable {
    static let layout = TableLayout(
        "early_help_episodes", standsOn: ["earl_episode_start_date"], tells: [ToldFact(.earlyHelpEpisodes)],
        columns: [
            .key("earl_episode_id"), .person("earl_person_id"), .day("earl_episode_start_date"),
            .day("earl_episode_end_date"), .text("earl_episode_reason"), .text("earl_episode_end_reason"),
            .text("earl_episode_organisation"), .link("earl_episode_worker_id"),
        ])

    static func body(_ row: inout SpilledRow) -> EarlyHelpEpisode {
        EarlyHelpEpisode(
            startedOn: row.neededDay(), endedOn: row.day(), reason: row.text(), endReason: row.text(),
            organisation: row.text(), worker: row.text())
    }

    static func records(of journey: Journey) -> [Recorded<EarlyHelpEpisode>] { journey.earlyHelpEpisodes }

    static func write(_ episode: EarlyHelpEpisode, to row: RowWriter) {
        row.put(episode.startedOn)
        row.put(episode.endedOn)
        row.put(episode.reason)
        row.put(episode.endReason)
        row.put(episode.organisation)
        row.put(episode.worker)
    }
}
