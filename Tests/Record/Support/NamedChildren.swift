import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Invented children whose stories the tests of the record share.
enum NamedChildren {
    /// Seven years old, on a protection plan since January and not seen since her first visit.
    static func tamar(visits: [String] = ["2026-01-20"]) throws -> ImportedSubject {
        var records: [ImportedRecord] = [
            record("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"), sex: "F")),
            record(
                "R1",
                Referral(
                    receivedOn: try day("2026-01-05"), primaryNeed: "N1", noFurtherAction: false, harmAlleged: true,
                    team: "T1")),
            record("A1", Allocation(worker: "W1", team: "T1", role: .lead, from: try day("2026-01-05"))),
            record(
                "P1",
                ChildProtectionPlan(
                    referral: "R1", startedOn: try day("2026-01-15"), initialCategory: "NEG", latestCategory: "NEG")),
        ]
        for (index, visit) in visits.enumerated() {
            records.append(
                record(
                    RecordID("V\(index + 1)"),
                    Visit(
                        on: try day(visit), purpose: .childProtectionPlan, plan: "P1", seen: true, seenAlone: true)))
        }
        return ImportedSubject(id: "tamar", records: records)
    }

    /// Thirteen, referred and assessed in time; nothing is missing but an assessment that is still open.
    static func kacper(closedOn: String? = nil) throws -> ImportedSubject {
        ImportedSubject(
            id: "kacper",
            records: [
                record(
                    "person",
                    Person(
                        forename: "Kacper", surname: "Nowak", formerNames: ["Kuba Nowak"], bornOn: try day("2012-08-30")
                    )),
                record(
                    "R1",
                    Referral(
                        receivedOn: try day("2026-02-02"), primaryNeed: "N1", noFurtherAction: false,
                        closedOn: try closedOn.map(day), closureReason: closedOn == nil ? nil : "RC8", team: "T2")),
                record("A1", Allocation(worker: "W2", team: "T2", role: .lead, from: try day("2026-02-02"))),
                record(
                    "S1", Assessment(referral: "R1", kind: .single, startedOn: try day("2026-02-03"))),
            ])
    }

    static func worker(_ id: String, leftOn: String? = nil) throws -> ImportedSubject {
        ImportedSubject(
            .worker, id: id,
            records: [
                record(RecordID(id), Worker(name: "J. Marsh", registration: "SW1", leftOn: try leftOn.map(day)))
            ])
    }

    private static func record(_ id: RecordID, _ body: any EntryBody) -> ImportedRecord {
        ImportedRecord(id: id, body: body, place: 0)
    }

    /// A cover that tells everything from the beginning.
    static func everything(until: String?) throws -> Cover {
        Cover(
            source: "the invented extract",
            extents: Dictionary(
                uniqueKeysWithValues: CoveredFact.allCases.filter { $0 != .timesOfWriting }.map { ($0, Cover.Extent()) }
            ),
            until: try until.map(day))
    }

    static func plan(on moment: String, until: String? = nil, source: SourceName = .safeguardingDataset) throws
        -> LoadPlan
    {
        LoadPlan(
            source: source, kind: .safeguardingDataset, files: ["extract.zip"],
            cover: try everything(until: until ?? moment),
            supplied: Set(RecordKind.allCases), startedAt: try noon(moment), by: "ana")
    }
}

extension TemporaryStore {
    /// Loads subjects as one file, from beginning to end.
    @discardableResult
    func load(
        _ subjects: [ImportedSubject], on moment: String, until: String? = nil, plan: LoadPlan? = nil
    ) async throws -> Load {
        let plan = try plan ?? NamedChildren.plan(on: moment, until: until)
        let id = try await store.beginLoad(plan, access: access(.importFiles))
        for subject in subjects { try await store.take([subject], in: id, at: plan.startedAt) }
        return try await store.finish(id, at: plan.startedAt)
    }
}
