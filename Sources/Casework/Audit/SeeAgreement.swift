import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// How far readers of the same files agree, and how each reader's grades move, over everything read since a day.
package struct SeeAgreement: Sendable {
    private let assurer: Assurer
    private let tools: [AuditTool]

    package init(_ assurer: Assurer, tools: [AuditTool]) {
        self.assurer = assurer
        self.tools = tools
    }

    package func callAsFunction(since day: Day) async throws(AssuranceRefusal) -> ReadersAgreement {
        let access = try assurer.leave(to: .seeAssurance)
        let (store, now) = (assurer.store, assurer.now())
        let given = try await assurer.stored { () throws(StoreFailure) in
            try await store.gradesGiven(since: day, access: access, at: now)
        }
        return ReadersAgreement(given, tools: tools)
    }
}

/// Finished readings by file, reader and grade.
package struct ReadersAgreement: Sendable {
    package struct Pair: Sendable {
        package let first: AuditReader
        package let second: AuditReader
        package let agreement: GradeAgreement
    }

    package struct Reader: Sendable {
        package let user: String
        package let drift: GradeDrift
        /// Of their files that a second reader, a moderator or an inspector read too: how many, and how many were graded worse.
        package let readAgain: Int
        package let downgraded: Int
    }

    package let files: Int
    package let pairs: [Pair]
    /// By their names for signing in: in no order of merit.
    package let readers: [Reader]

    package init(_ given: [GradeGiven], tools: [AuditTool]) {
        func place(_ one: GradeGiven) -> Int? {
            tools.first { $0.id == one.tool }?.grades.firstIndex(of: Grade(one.grade))
        }
        let scale = tools.map(\.grades.count).max() ?? 0
        let byFile = Dictionary(grouping: given) { "\($0.file) \($0.sample ?? "")" }
        files = byFile.count
        pairs = [AuditReader.second, .moderator, .inspector].map { other in
            let both = byFile.values.compactMap { readings -> (first: Int, second: Int)? in
                guard let first = readings.last(where: { $0.reader == .auditor }).flatMap(place),
                    let second = readings.last(where: { $0.reader == other }).flatMap(place)
                else { return nil }
                return (first, second)
            }
            return Pair(first: .auditor, second: other, agreement: GradeAgreement(both, scale: scale))
        }
        let auditors = Dictionary(grouping: given.filter { $0.reader == .auditor }, by: \.by)
        readers = auditors.sorted { $0.key < $1.key }.map { user, own in
            let again = own.compactMap { one -> (own: Int, other: Int)? in
                let others = byFile["\(one.file) \(one.sample ?? "")"]?.filter { $0.reader != .auditor } ?? []
                // The one whose word counts, as on the sample's page.
                let order: [AuditReader] = [.inspector, .moderator, .second]
                guard let own = place(one),
                    let other = order.lazy.compactMap({ reader in others.last { $0.reader == reader } }).first
                        .flatMap(place)
                else { return nil }
                return (own, other)
            }
            return Reader(
                user: user,
                drift: GradeDrift(
                    own.compactMap { one in place(one).map { GradeDrift.Given(on: one.on, place: $0) } }, scale: scale),
                readAgain: again.count, downgraded: again.count { $0.other > $0.own })
        }
    }
}
