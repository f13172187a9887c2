import ChildJourney

/// `ssd_involvements`: who worked with the child, from when until when.
enum InvolvementsTable: DatasetTable {
    static let layout = TableLayout(
        "involvements", standsOn: ["invo_involvement_start_date"],
        tells: [ToldFact(.allocations, "invo_professional_id")],
        columns: [
            .key("invo_involvements_id"), .link("invo_professional_id"),
            .choice("invo_professional_role_id", RoleWords()), .link("invo_professional_team"),
            .person("invo_person_id"), .day("invo_involvement_start_date"), .day("invo_involvement_end_date"),
            .text("invo_worker_change_reason"), .unread("invo_referral_id"),
        ])

    /// A team without a worker holds nobody: taken for the lead's, it would hide that a child is nobody's.
    static func body(_ row: inout SpilledRow) -> Allocation {
        let worker = row.text()
        let role = RoleWords.role(row.choiceNumber())
        let team = row.text()
        return Allocation(
            worker: worker, team: team, role: worker == nil ? .other : role, from: row.neededDay(), until: row.day(),
            changeReason: row.text())
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
