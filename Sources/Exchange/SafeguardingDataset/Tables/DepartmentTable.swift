import ChildJourney

/// `ssd_department`: teams, and the teams above them.
enum DepartmentTable {
    static let layout = TableLayout(
        "department",
        columns: [
            .key("dept_team_id"), .text("dept_team_name"), .link("dept_team_parent_id"),
            .unread("dept_team_parent_name"),
        ])

    static func body(_ row: inout SpilledRow) -> Team { Team(name: row.text(), parent: row.text()) }

    static func write(_ team: Team, id: String, to row: RowWriter) {
        row.begin(key: id, person: id)
        row.put(team.name)
        row.put(team.parent)
        row.end()
    }
}
