/// Every table that is read, and the names of those that are not.
///
/// Source: Standard Safeguarding Dataset 1.4.5, data-to-insight/ssd-data-model, table definitions of July 2026.
enum DatasetTables {
    /// A table's place in this list is part of where its rows are said to stand: add at the end.
    static let children: [ChildTable] = [
        ChildTable(PersonTable.self), ChildTable(DisabilityTable.self), ChildTable(AddressTable.self),
        ChildTable(FamilyTable.self), ChildTable(MotherTable.self), ChildTable(ContactsTable.self),
        ChildTable(EarlyHelpEpisodesTable.self), ChildTable(ReferralsTable.self), ChildTable(InvolvementsTable.self),
        ChildTable(AssessmentsTable.self), ChildTable(Section47EnquiriesTable.self),
        ChildTable(InitialConferencesTable.self), ChildTable(ProtectionPlansTable.self),
        ChildTable(PlanReviewsTable.self), ChildTable(ProtectionVisitsTable.self),
        ChildTable(InNeedPlansTable.self), ChildTable(InNeedVisitsTable.self), ChildTable(CareEpisodesTable.self),
        ChildTable(CareVisitsTable.self), ChildTable(LegalStatusTable.self), ChildTable(MissingTable.self),
        ChildTable(PreProceedingsTable.self), ChildTable(ImmigrationStatusTable.self),
    ]

    /// The tables of people who work with children, and the one whose rows belong to rows of another.
    static let others: [TableLayout] = [
        AssessmentFactorsTable.layout, ProfessionalsTable.layout, DepartmentTable.layout,
    ]

    static let layouts = children.map(\.layout) + others

    static let assessmentsNumber = children.firstIndex { $0.layout.name == AssessmentsTable.layout.name } ?? -1
    static let personNumber = children.firstIndex { $0.layout.name == PersonTable.layout.name } ?? -1
    static let factorsNumber = children.count
    static let professionalsNumber = children.count + 1
    static let departmentNumber = children.count + 2

    static func number(of name: String) -> Int? { numbers[name] }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: layouts.enumerated().map { ($0.element.name, $0.offset) })

    /// Tables of the dataset that say nothing a journey holds yet.
    static let notRead: Set<String> = [
        "api_data_staging", "api_data_staging_anon", "care_leavers", "cla_care_plan", "cla_convictions", "cla_health",
        "cla_immunisations", "cla_placement", "cla_previous_permanence", "cla_reviews", "cla_substance_misuse",
        "cohort", "dim_date", "ehcp_active_plans", "ehcp_assessment", "ehcp_named_plan", "ehcp_requests",
        "linked_identifiers", "permanence", "pre_cla_care_plan", "s251_finance", "sdq_scores",
        "sen_need", "send", "version_log", "voice_of_child",
    ]

    /// The dataset's name for a table from a file's: `ssd_person`, `Person` and `ssd_development.ssd_person` are one.
    static func name(ofFile name: String) -> String {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return last.hasPrefix("ssd_") ? String(last.dropFirst(4)) : last
    }
}
