import Hummingbird

/// Every route that shows the record.
enum RecordRoutes {
    static func add(to router: Router<RequestDetails>, _ live: Live) {
        TodayRoutes(live: live).add(to: router)
        WorkRoutes(live: live).add(to: router)
        WorkerRoutes(live: live).add(to: router)
        SupervisionRoutes(live: live).add(to: router)
        NightRoutes(live: live).add(to: router)
        ChildRoutes(live: live).add(to: router)
        NeedToKnowRoutes(live: live).add(to: router)
        FamilyRoutes(live: live).add(to: router)
        TogetherRoutes(live: live).add(to: router)
        ChronologyRoutes(live: live).add(to: router)
        ChangesRoutes(live: live).add(to: router)
        DetailsRoutes(live: live).add(to: router)
        WrongChildRoutes(live: live).add(to: router)
        MergeRoutes(live: live).add(to: router)
        AdultRoutes(live: live).add(to: router)
        AdultPageRoutes(live: live).add(to: router)
        DocumentRoutes(live: live).add(to: router)
        RetentionRoutes(live: live).add(to: router)
        AccessRequestRoutes(live: live).add(to: router)
        StepRoutes(live: live).add(to: router)
        VisitRoutes(live: live).add(to: router)
        ReferralRoutes(live: live).add(to: router)
        CannotSeeRoutes(live: live).add(to: router)
        SearchRoutes(live: live).add(to: router)
        NumbersRoutes(live: live).add(to: router)
        ImportRoutes(live: live).add(to: router)
        AccessLogRoutes(live: live).add(to: router)
        CalendarRoutes(live: live).add(to: router)
        AccountRoutes(live: live).add(to: router)
        PeopleRoutes(live: live).add(to: router)
        WaitingAccountsRoutes(live: live).add(to: router)
        APIRoutes(live: live).add(to: router)
    }
}
