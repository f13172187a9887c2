import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A referral at 16:50 on Maundy Thursday, 2 April 2026, that alleges assault by an adult at home. The offices are shut
/// from Good Friday to Easter Monday; emergency duty has the child until Tuesday 7 April. Its conference is postponed
/// twice. The child is looked after by their own family to the last review and the closure; in the autumn they are
/// referred again.
@Suite struct MaundyThursdayTests {
    private static let nadia = "/children/record:referral-nadia"
    private static let sami = "/children/record:referral-sami"

    @Test func `from ten to five on Maundy Thursday to the closure, and the next referral shows what came before`()
        async throws
    {
        let story = try await StoryOfAChild()
        try await thursday(story)
        try await easter(story)
        try await tuesday(story)
        try await enquiry(story)
        try await conference(story)
        try await plan(story)
        try await closure(story)
        try await again(story)
        #expect(try await story.record.store.verify(story.record.council, expecting: nil).isWhole)
    }

    /// The school tells the front door of two children; harm and its clocks are recorded at once.
    private func thursday(_ story: StoryOfAChild) async throws {
        try story.at("2026-04-02", "16:55")
        for (name, born) in [("Nadia", "14/6/2017"), ("Sami", "2/9/2020")] {
            let search = try await story.get("/search?q=\(name)+Farrow", by: .flo)
            #expect(search.text.contains("/referrals/new?searched=\(name)%20Farrow"))
            let sent = try await story.post(
                "/referrals/new",
                "record=referral-\(name.lowercased())&forename=\(name)&surname=Farrow&born=\(born)&received=2+Apr+2026"
                    + "&at=16:50&harm=yes&signs=adult-at-home&source=2A&need=N1&none=yes", by: .flo)
            #expect(sent.status == .seeOther, "\(sent.text.suffix(900))")
        }
        let tied = try await story.post("\(Self.nadia)/family", "other=referral-sami&tie=sibling", by: .ben)
        #expect(tied.status == .seeOther)
        let why = try await story.get("\(Self.nadia)/why/harm-alleged-unseen", by: .flo)
        #expect(why.status == .ok && why.text.contains("Harm was alleged"))
        // A decision on the threshold is a manager's, and a strategy discussion is not the front door's to record.
        try await story.refuse(
            "decision", "on=2+Apr+2026&point=threshold&cause=yes&decision=Yes&why=Bruises", of: Self.nadia, by: .flo)
        try await story.take("handover", "to=emergency-duty&items=See+both+tonight", of: Self.nadia, by: .flo)
        try story.at("2026-04-02", "17:05")
        let nights = try await story.get("/nights", by: .eve).text
        #expect(nights.contains("Nadia Farrow") && nights.contains("See both tonight"))
    }

    /// Emergency duty sees the children, discusses with the police and says where they stay.
    private func easter(_ story: StoryOfAChild) async throws {
        try story.at("2026-04-02", "18:10")
        for child in [Self.nadia, Self.sami] {
            let of = child.replacing("/children/record:", with: "")
            try await story.take(
                "strategy-discussion",
                "of=\(of)&on=2+Apr+2026&at=18:00&means=call&invited=police&invited=health&present=social-care"
                    + "&present=police&present=health&shared=Bruises+and+what+they+said&decision=joint-enquiry"
                    + "&safety=With+their+aunt+until+Tuesday&actions=Police+see+him+tonight", of: child, by: .eve)
        }
        try story.at("2026-04-02", "20:30")
        for (child, said) in [(Self.nadia, "He+hit+me"), (Self.sami, "I+hid")] {
            try await story.visit(
                child, "at=20:00&seen=yes&alone=yes&place=elsewhere&said=\(said)", by: .eve)
        }
        let nadia = try await story.get(Self.nadia, by: .eve).text
        #expect(nadia.contains("He hit me") && !nadia.contains("I hid"), "each child's own part is kept apart")
        #expect(try await story.standing(Self.nadia).isDisjoint(with: ["harm-alleged-unseen", "threshold-undecided"]))
        try story.at("2026-04-04", "07:30")
        #expect(
            try await story.standing(Self.nadia).isDisjoint(
                with: ["assault-at-home-unfollowed", "enquiry-child-unseen", "strategy-missing", "referral-undecided"]),
            "nothing that emergency duty did in time is called missing on Saturday")
        try await story.take("handover", "to=day-team&items=Decide+the+referrals", of: Self.nadia, by: .eve)
    }

    /// The first working day after: decided and held in time, and by nobody who may not.
    private func tuesday(_ story: StoryOfAChild) async throws {
        try story.at("2026-04-07", "09:30")
        let taken = try await story.post("\(Self.nadia)/handovers/form-6", "back=/work", by: .ana)
        #expect(taken.status == .seeOther || taken.status == .notFound)
        for child in [Self.nadia, Self.sami] {
            let of = child.replacing("/children/record:", with: "")
            try await story.refuse(
                "referral-decision", "of=\(of)&decision=accepted&need=N1&why=Harm", of: child, by: .ben)
            try await story.take(
                "referral-decision", "of=\(of)&decision=accepted&need=N1&why=Harm+at+home", of: child, by: .ana)
            try await story.take("allocation", "worker=ben&on=7+Apr+2026", of: child, by: .ana)
            try await story.take("assessment", "of=\(of)&on=7+Apr+2026&kind=single", of: child, by: .ben)
            try await story.take(
                "referrer-told", "of=\(of)&on=7+Apr+2026&means=call&what=It+is+enquired+into", of: child, by: .flo)
        }
        try story.at("2026-04-08")
        let left = try await story.standing(Self.nadia)
        #expect(left.isEmpty, "on the Wednesday nothing is missing that has fallen due: \(left.sorted())")
    }

    private func enquiry(_ story: StoryOfAChild) async throws {
        try story.at("2026-04-14")
        for child in [Self.nadia, Self.sami] {
            let enquiry = try #require(try await story.journey(child).enquiries.first).id.text
            let needed = child == Self.nadia
            let body =
                "of=\(enquiry)&on=14+Apr+2026&finding=\(needed ? "atContinuingRisk" : "notSubstantiated")&seen=yes"
                + "&alone=yes&consulted=police&consulted=health&conference=\(needed ? "yes" : "no")&why=Told+by+both"
            try await story.refuse("enquiry-outcome", body, of: child, by: .ben)
            try await story.take("enquiry-outcome", body, of: child, by: .ana)
        }
        try await story.visit(Self.nadia, "at=10:00&seen=yes&alone=yes&place=school&said=I+like+it+here", by: .ben)
        try await story.take(
            "conference", "of=referral-nadia&kind=initial&on=22+Apr+2026&invited=police&invited=health", of: Self.nadia,
            by: .ben)
        try await story.take("advocate", "on=14+Apr+2026&outcome=met&note=She+wants+to+stay", of: Self.nadia, by: .ben)
    }

    /// Postponed twice, each with its reason; the second takes it past 15 working days of the strategy discussion.
    private func conference(_ story: StoryOfAChild) async throws {
        try story.at("2026-04-21")
        let planned = try #require(try await story.journey(Self.nadia).conferences.first).id.text
        try await story.refuse(
            "conference-postponed", "of=\(planned)&to=24+Apr+2026&reason=report-not-ready", of: Self.nadia, by: .cho)
        try await story.take(
            "conference-postponed", "of=\(planned)&to=24+Apr+2026&reason=report-not-ready&report=Health+report",
            of: Self.nadia, by: .cho)
        try story.at("2026-04-24", "09:00")
        try await story.take(
            "conference-postponed", "of=\(planned)&to=29+Apr+2026&reason=inquorate", of: Self.nadia, by: .cho)
        try story.at("2026-04-27", "23:00")
        #expect(!(try await story.standing(Self.nadia)).contains("conference-late"))
        try story.at("2026-04-28", "09:00")
        #expect(try await story.standing(Self.nadia).isSuperset(of: ["conference-late", "conference-postponed"]))
        #expect(!(try await story.standing(Self.sami)).contains("conference-late"))
        #expect(try await story.get("/today", by: .ana).text.contains("Nadia Farrow"))
        try story.at("2026-04-29", "15:00")
        try await story.take(
            "conference-held",
            "of=\(planned)&on=29+Apr+2026&present=social-care&present=police&present=health&family=yes&reports=yes"
                + "&quorate=yes&plan=yes&category=PHY&why=He+may+come+back&childsViews=I+want+mum", of: Self.nadia,
            by: .cho)
        let held = try #require(try await story.journey(Self.nadia).conferences.first)
        #expect(held.postponements?.map(\.reason) == [.reportNotReady, .inquorate])
        #expect(held.postponements?.first?.lateReport == "Health report")
        #expect(try await story.standing(Self.nadia).isDisjoint(with: ["conference-late", "conference-postponed"]))
    }

    /// The plan is carried out in time, month by month, until its first review.
    private func plan(_ story: StoryOfAChild) async throws {
        let plan = try #require(try await story.journey(Self.nadia).protectionPlans.first).id.text
        try story.at("2026-04-30")
        try await story.take(
            "plan-action", "of=\(plan)&aim=She+is+never+hit&measure=No+marks&owner=Her+mother&by=30+Jun+2026",
            of: Self.nadia, by: .ben)
        try await story.take(
            "plan-contingency", "of=\(plan)&contingency=A+legal+planning+meeting", of: Self.nadia, by: .ben)
        for to in ["child", "parents"] {
            try await story.take(
                "given-to-family", "of=\(plan)&to=\(to)&on=30+Apr+2026&means=Read+together", of: Self.nadia, by: .ben)
        }
        try story.at("2026-05-05")
        try await story.take(
            "supervision", "on=5+May+2026&weighed=Whether+the+plan+holds", of: Self.nadia, by: .ana)
        let assessment = try #require(try await story.journey(Self.nadia).assessments.first).id.text
        let written = AssessmentPart.allCases.map { "\($0.rawValue)=Looked+at" }.joined(separator: "&")
        try await story.take(
            "assessment-submission",
            "of=\(assessment)&\(written)&seen=yes&views=I+want+to+stay&analysis=She+heals&outcome=other",
            of: Self.nadia,
            by: .ben)
        try await story.refuse(
            "assessment-authorisation", "of=\(assessment)&decision=authorise", of: Self.nadia, by: .ben)
        try await story.take(
            "assessment-authorisation", "of=\(assessment)&decision=authorise", of: Self.nadia, by: .ana)
        let visits = ["2026-05-06", "2026-05-19", "2026-06-01", "2026-06-12", "2026-06-25", "2026-07-08", "2026-07-20"]
        let meetings: [String: [String]] = [
            "2026-05-06": ["core-group"], "2026-06-01": ["supervision"], "2026-06-12": ["core-group"],
            "2026-06-25": ["supervision", "plan-action-done"], "2026-07-20": ["core-group", "supervision"],
        ]
        for day in visits {
            try story.at(day, "16:00")
            try await story.visit(
                Self.nadia, "purpose=child-protection-plan&seen=yes&alone=yes&place=home&said=Better", by: .ben)
            for meeting in meetings[day] ?? [] {
                let on = story.typedToday
                switch meeting {
                case "core-group":
                    try await story.take(
                        meeting, "of=\(plan)&on=\(on)&present=health&family=yes&progress=No+marks", of: Self.nadia,
                        by: .ben)
                case "supervision":
                    try await story.take(meeting, "on=\(on)&weighed=It+holds", of: Self.nadia, by: .ana)
                default: try await story.take(meeting, "action=0&on=\(on)", of: Self.nadia, by: .ben)
                }
            }
            let stands = try await story.standing(Self.nadia)
            #expect(stands.isEmpty, "\(day): \(stands.sorted())")
        }
        try story.at("2026-07-22")
        let body = "of=\(plan)&on=22+Jul+2026&quorate=yes&child=attended&continues=no&why=He+is+gone+and+she+is+well"
        try await story.refuse("plan-review", body, of: Self.nadia, by: .ben)
        try await story.take("plan-review", body, of: Self.nadia, by: .cho)
    }

    /// A last visit, and a manager closes with a reason; the worker may not.
    private func closure(_ story: StoryOfAChild) async throws {
        try story.at("2026-07-30")
        try await story.visit(Self.nadia, "purpose=child-in-need&seen=yes&alone=yes&place=home&said=Bye", by: .ben)
        let body = "of=referral-nadia&reason=RC8&why=She+lives+with+her+mother,+he+is+gone"
        try await story.refuse("closure", body, of: Self.nadia, by: .ben)
        try await story.take("closure", body, of: Self.nadia, by: .ana)
        let told = try await story.journey(Self.nadia)
        #expect(told.referrals.first?.closedOn == story.today && told.allocations.allSatisfy { $0.until != nil })
        try story.at("2026-08-10")
        let stands = try await story.standing(Self.nadia)
        #expect(stands.isEmpty, "\(stands.sorted())")
    }

    /// In the autumn a neighbour refers her again: whoever looks sees what came before.
    private func again(_ story: StoryOfAChild) async throws {
        try story.at("2026-10-20", "11:00")
        let search = try await story.get("/search?q=Nadia+Farrow", by: .flo).text
        #expect(search.contains("Nadia Farrow"))
        let sent = try await story.post(
            "\(Self.nadia)/referrals/new", "record=referral-again&received=20+Oct+2026&harm=no&source=1B&need=N1",
            by: .flo)
        #expect(sent.status == .seeOther, "\(sent.text.suffix(900))")
        let page = try await story.get(Self.nadia, by: .flo).text
        #expect(page.contains("20 Oct 2026") && page.contains("2 Apr 2026") && page.contains("Because: "))
        try await story.take(
            "referral-decision", "of=referral-again&decision=accepted&need=N1&why=Again", of: Self.nadia, by: .ana)
        #expect(try await story.standing(Self.nadia).contains("re-referral"))
        let why = try await story.get("\(Self.nadia)/why/re-referral", by: .ana).text
        #expect(why.contains("2 Apr 2026"))
    }
}
