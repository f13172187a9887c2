import ChildJourney
import WorkingDays

/// `ssd_involvements`: who worked with the child, from when until when.
enum InvolvementsTable: DatasetTable {
    static let layout = TableLayout(
        "involvements", standsOn: ["invo_involvement_start_date"], tells: [ToldFact(.allocations)],
        columns: [
            .key("invo_involvements_id"), .link("invo_professional_id"),
            .choice("invo_professional_role_id", RoleWords()), .link("invo_professional_team"),
            .person("invo_person_id"), .day("invo_involvement_start_date"), .day("invo_involvement_end_date"),
            .text("invo_worker_change_reason"), .unread("invo_referral_id"),
        ])

    static func body(_ row: inout SpilledRow) -> Allocation {
        Allocation(
            worker: row.text(), role: RoleWords.role(row.choiceNumber()), team: row.text(), from: row.neededDay(),
            until: row.day(), changeReason: row.text())
    }

    static func records(of journey: Journey) -> [Recorded<Allocation>] { journey.allocations }

    static func write(_ allocation: Allocation, to row: RowWriter) {
        row.put(allocation.worker)
        row.put(RoleWords.written(allocation.role))
        row.put(allocation.team)
        row.put(allocation.from)
        row.put(allocation.until)
        row.put(allocation.changeReason)
    }
}

extension Allocation {
    /// In the order of the table's columns, so that each is taken from the row in its turn.
    fileprivate init(
        worker: String?, role: AllocationRole, team: String?, from: Day, until: Day?, changeReason: String?
    ) {
        self.init(worker: worker, team: team, role: role, from: from, until: until, changeReason: changeReason)
    }
}
