import ChildJourney

/// `ssd_professionals`: who works with children.
enum ProfessionalsTable {
    static let layout = TableLayout(
        "professionals",
        tells: [ToldFact(.workers), ToldFact(.qualifications, "prof_social_worker_registration_no")],
        columns: [
            .key("prof_professional_id"), .text("prof_staff_id"), .text("prof_professional_name"),
            .text("prof_social_worker_registration_no"), .flag("prof_agency_worker_flag"),
            .text("prof_professional_job_title"), .unread("prof_professional_caseload"),
            .text("prof_professional_department"), .unread("prof_full_time_equivalency"),
        ])

    static func body(_ row: inout SpilledRow) -> Worker {
        Worker(
            staffNumber: row.text(), name: row.text(), registration: row.text(), agency: row.flag(),
            jobTitle: row.text(), department: row.text())
    }

    static func write(_ worker: Worker, id: String, to row: RowWriter) {
        row.begin(key: id, person: id)
        row.put(worker.staffNumber)
        row.put(worker.name)
        row.put(worker.registration)
        row.put(worker.agency)
        row.put(worker.jobTitle)
        row.put(worker.department)
        row.end()
    }
}
