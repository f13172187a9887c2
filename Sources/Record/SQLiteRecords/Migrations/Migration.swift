import GRDB

/// One step from an older database to a newer one. Its name is stored in every database, and what it does never changes
/// once it has been released.
struct Migration: Sendable {
    let name: String
    let migrate: @Sendable (Database) throws -> Void

    init(_ name: String, sql: String) {
        self.name = name
        migrate = { try $0.execute(sql: sql) }
    }
}

/// The steps of the record's database, oldest first.
enum RecordMigrations {
    static let all: [Migration] = [
        migration001Entries, migration002Loads, migration003Derived, migration004Lists, migration005People,
        migration006Told, migration007Ranking, migration008Names, migration009SigningIn, migration010Hours,
        migration011Handovers, migration012Adults, migration013NeedToKnow, migration014Calendars,
        migration015Documents, migration016PeopleAndWork, migration017Matching, migration018Retention,
        migration020Notices, migration021Generations, migration022Merging, migration025Webhooks,
        migration030Assurance, migration031WaitingKinds, migration032PlannedVisits,
        migration033WebhookPage, migration034Inspectors, migration037AuditWork, migration038Measures, migration044Packs,
        migration054AskedDocuments,
    ]
}
