import AccessRules
import ChildJourney
import Concerns
import Duties
import GRDB
import RecordKeeping
import WorkingDays

/// The table of concerns.
enum ConcernRows {
    static let columns =
        """
        code, limb, kind, about_kind, about_on, about_id, clock_start, due, onset, cleared_on, ended_on, ending, level,
        raised_from, standard, evidence, numbers, in_today, gone, harm, told,
        due_at, clock_start_at, delays
        """
    /// What a place in a list rests on, for ranking many.
    static let columnsToRank = "kind, due, onset, over_on, level, raised_from, harm"
    /// The day on which something that is not over is over.
    static let never = Int64(Int32.max)

    static func of(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> [DerivedConcern] {
        let select = try PreparedStatement(
            db, "SELECT \(columns) FROM concern WHERE council = ? AND child = ? ORDER BY number")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.all { try read($0) }
    }

    static func concern(
        _ number: Int, of child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> DerivedConcern? {
        let select = try PreparedStatement(
            db, "SELECT \(columns) FROM concern WHERE council = ? AND child = ? AND number = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        select.bind(3, number)
        return try select.first { try read($0) }
    }

    static func delete(of child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(db, "DELETE FROM concern WHERE council = ? AND child = ?")
        delete.bind(1, council.text)
        delete.bind(2, child.text)
        try delete.run()
    }

    static func insert(
        _ concerns: [DerivedConcern], of child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws {
        guard !concerns.isEmpty else { return }
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO concern (council, child, number, over_on, \(columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (number, derived) in concerns.enumerated() {
            insert.bind(1, council.text)
            insert.bind(2, child.text)
            insert.bind(3, number)
            bind(derived, to: insert)
            try insert.run()
        }
    }

    private static func bind(_ derived: DerivedConcern, to insert: PreparedStatement) {
        let concern = derived.concern
        insert.bind(4, day(concern.overOn) ?? never)
        insert.bind(5, concern.code.text)
        insert.bind(6, concern.limb)
        insert.bind(7, concern.kind.place)
        insert.bind(8, concern.about.kind.rawValue)
        insert.bind(9, day(concern.about.on))
        insert.bind(10, concern.about.id.text)
        insert.bind(11, day(concern.clockStart))
        insert.bind(12, day(concern.due))
        insert.bind(13, day(concern.onset))
        insert.bind(14, day(concern.clearedOn))
        insert.bind(15, day(concern.endedOn))
        insert.bind(16, concern.ending?.rawValue)
        insert.bind(17, concern.baseLevel)
        insert.bind(18, day(concern.raisedFrom))
        insert.bind(19, concern.standard?.text)
        insert.bind(20, PackedText.evidence(concern.evidence))
        insert.bind(21, PackedText.numbers(concern.numbers))
        insert.bind(22, concern.inToday ? 1 : 0)
        insert.bind(23, concern.noLongerInSource ? 1 : 0)
        insert.bind(24, derived.harmAlleged ? 1 : 0)
        insert.bind(25, derived.isTold ? 1 : 0)
        insert.bind(26, concern.dueAt?.milliseconds)
        insert.bind(27, concern.clockStartAt?.milliseconds)
        insert.bind(28, PackedText.delays(concern.delays))
    }

    /// Reads `columns`, which begin at `first`.
    static func read(_ row: PreparedStatement, from first: Int32 = 0) throws -> DerivedConcern {
        guard let kind = kind(at: row.int(first + 2)),
            let aboutKind = RecordKind(rawValue: row.text(first + 3))
        else { throw StoreFailure.damaged(table: "concern") }
        var concern = Concern(
            code: ConcernCode(row.text(first)), limb: row.text(first + 1), kind: kind,
            about: About(aboutKind, on: row.day(first + 4), id: RecordID(row.text(first + 5))),
            clockStart: row.day(first + 6), due: row.dayIfAny(first + 7), onset: row.day(first + 8),
            clearedOn: row.dayIfAny(first + 9), endedOn: row.dayIfAny(first + 10),
            ending: row.textIfAny(first + 11).flatMap(Ending.init), baseLevel: row.int(first + 12),
            raisedFrom: row.dayIfAny(first + 13), standard: row.textIfAny(first + 14).map { LimitID($0) },
            evidence: try PackedText.evidence(row.text(first + 15)),
            numbers: try PackedText.numbers(row.text(first + 16)), inToday: row.int(first + 17) == 1)
        concern.noLongerInSource = row.int(first + 18) == 1
        concern.dueAt = row.momentIfAny(first + 21)
        concern.clockStartAt = row.momentIfAny(first + 22)
        concern.delays = try PackedText.delays(row.text(first + 23))
        return DerivedConcern(
            concern, harmAlleged: row.int(first + 19) == 1, isTold: row.int(first + 20) == 1)
    }

    /// Reads `columnsToRank`, which begin at `first`: a concern that can be ranked and not explained.
    static func readToRank(_ row: PreparedStatement, from first: Int32) throws -> DerivedConcern {
        guard let kind = kind(at: row.int(first)) else { throw StoreFailure.damaged(table: "concern") }
        let onset = row.day(first + 2)
        let over = row.number(first + 3)
        let concern = Concern(
            code: "", limb: "", kind: kind, about: About(.referral, on: onset, id: ""), clockStart: onset,
            due: row.dayIfAny(first + 1), onset: onset, clearedOn: over == never ? nil : row.day(first + 3),
            endedOn: nil, ending: nil, baseLevel: row.int(first + 4), raisedFrom: row.dayIfAny(first + 5),
            standard: nil, evidence: [], numbers: [], inToday: true)
        return DerivedConcern(concern, harmAlleged: row.int(first + 6) == 1)
    }

    private static func kind(at place: Int) -> ConcernKind? {
        ConcernKind.allCases.first { $0.place == place }
    }

    private static func day(_ day: Day) -> Int64 { Int64(day.number) }
    private static func day(_ day: Day?) -> Int64? { day.map { Int64($0.number) } }
}

extension PreparedStatement {
    func day(_ at: Int32) -> Day { Day(number: Int32(truncatingIfNeeded: number(at))) }
    func dayIfAny(_ at: Int32) -> Day? { isNull(at) ? nil : day(at) }
    func momentIfAny(_ at: Int32) -> Moment? { isNull(at) ? nil : Moment(milliseconds: number(at)) }
    func bind(_ at: Int32, _ day: Day) { bind(at, Int64(day.number)) }
    func bind(_ at: Int32, _ day: Day?) { bind(at, day.map { Int64($0.number) }) }
}
