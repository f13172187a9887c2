import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func told(
        by texts: [String], ofChildrenIn inspection: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [ToldOfChild?] {
        try require(access, [.seeAssurance])
        let council = access.council
        let told: [ToldOfChild?] = try await read { db in
            let children = try Self.children(of: inspection, in: council, db)
            let mayWithhold = try WithholdingRows.mayConcern(in: council, db)
            var people: [Person] = []
            var withholdings: [Withholding] = []
            for child in children {
                let history = try FamilyRows.history(of: .child(child), in: council, db)
                people += history.entries.compactMap { $0.body as? Person }
                guard mayWithhold.contains(child) else { continue }
                withholdings.append(try WithholdingRows.withholding(of: child, in: council, db))
            }
            let names = NamesInText(people)
            return texts.map { text in
                if names.isNamed(in: text) { return .name }
                return withholdings.contains { !$0.mentions(in: text).isEmpty } ? .withheld : nil
            }
        }
        // Nobody is shown: words are compared with what is recorded.
        try await log(Look(access, at: moment, query: "whether words tell of children of an inspection"))
        return told
    }

    package func withholding(
        ofChildrenIn inspection: String, access: Access
    ) async throws(StoreFailure) -> Withholding {
        try require(access, [.seeAssurance])
        let council = access.council
        return try await read { db in
            var withholding = Withholding()
            for child in try Self.childrenToMask(of: inspection, in: council, db) {
                withholding.alsoHide(try WithholdingRows.withholding(of: child, in: council, db), kinds: false)
            }
            return withholding
        }
    }

    package func sawReadings(
        of child: SubjectID, in sample: String, access: Access
    ) async throws(StoreFailure) -> Bool {
        try require(access, [.auditFile], child: child)
        let (council, user) = (access.council, access.who.user)
        return try await accessLog.read { db in
            try LookRows.hasLooked(user, at: child, query: Look.readings(in: sample), in: council, db)
        }
    }

    package func draws(access: Access) async throws(StoreFailure) -> Int {
        try require(access, [.drawSample])
        let council = access.council
        return try await read { db in
            try EntryRows.subjects(.sample, after: nil, limit: .max, in: council, db).compactMap { Subject(text: $0) }
                .count { subject in
                    try FamilyRows.history(of: subject, in: council, db).standing(CaseSample.self)
                        .contains { $0.body.draw != nil }
                }
        }
    }

    /// Those of its samples of whom something may be withheld: nobody else is opened to find what has to be taken out.
    static func childrenToMask(
        of inspection: String, in council: CouncilCode, _ db: Database
    ) throws -> [SubjectID] {
        let mayWithhold = try WithholdingRows.mayConcern(in: council, db)
        guard !mayWithhold.isEmpty else { return [] }
        return try children(of: inspection, in: council, db).intersection(mayWithhold).sorted()
    }

    /// Those of its samples, whoever took their places and whose places they took.
    private static func children(
        of inspection: String, in council: CouncilCode, _ db: Database
    ) throws -> Set<SubjectID> {
        var children: Set<String> = []
        for text in try EntryRows.subjects(.sample, after: nil, limit: .max, in: council, db) {
            guard let subject = Subject(text: text) else { continue }
            let history = try FamilyRows.history(of: subject, in: council, db)
            guard let sample = history.standing(CaseSample.self).last?.body, sample.inspection == inspection
            else { continue }
            let replacements = history.standing(SampleReplacement.self).map(\.body)
            let cases = sample.cases + replacements.map(\.by)
            children.formUnion(cases.filter { !$0.isDestroyed }.map(\.child))
            children.formUnion(replacements.map(\.replaced).filter { !SampledCase(child: $0).isDestroyed })
            children.formUnion(
                history.standing(SampleAddition.self).map(\.body.child).filter { !SampledCase(child: $0).isDestroyed })
        }
        return try Set(children.map { try MergedRows.kept(orItself: SubjectID($0), in: council, db) })
    }
}
