import ChildJourney

/// `ssd_missing`: times a child was missing, or away without authorisation.
enum MissingTable: DatasetTable {
    static let layout = TableLayout(
        "missing", standsOn: ["miss_missing_episode_start_date"], tells: [ToldFact(.missingEpisodes)],
        columns: [
            .key("miss_table_id"), .person("miss_person_id"), .day("miss_missing_episode_start_date"),
            .choice("miss_missing_episode_type", MissingWords.words), .day("miss_missing_episode_end_date"),
            .flag("miss_missing_rhi_offered"), .flag("miss_missing_rhi_accepted"),
        ])

    static func body(_ row: inout SpilledRow) -> MissingEpisode {
        let from = row.neededDay()
        return MissingEpisode(
            kind: row.choice(MissingWords.words) ?? .unstated, from: from, until: row.day(),
            interviewOffered: row.flag(), interviewAccepted: row.flag())
    }

    static func records(of journey: Journey) -> [Recorded<MissingEpisode>] { journey.missingEpisodes }

    static func write(_ episode: MissingEpisode, to row: RowWriter) {
        row.put(episode.from)
        row.put(MissingWords.written(episode.kind))
        row.put(episode.until)
        row.put(episode.interviewOffered)
        row.put(episode.interviewAccepted)
    }
}
