import ChildJourney
import Concerns
import Duties
import Measures
import Testing
import WorkingDays

/// What each measure counts of invented children, at the edges of its definition.
@Suite struct MeasureTests {
    private func sum(
        _ measure: any Measure.Type, _ child: Child, from: Day? = nil, to day: Day, _ cover: Cover = .extract,
        workers: [String: Worker] = [:], team: String? = nil
    ) -> MeasureSum {
        let check = Check(child, cover, workers: workers)
        var tally = MeasureTally([
            from.map { _ in MeasurePeriod.rolling(.year, to: day) } ?? .day(day)
        ])
        tally.add(MeasureTaker(check.setting).take(child.journey, check.concerns))
        return tally.sum(measure.id, 0, team: team)
    }

    @Test func `every measure has a name of its own and says what it counts, and nothing is said of a child`() {
        #expect(Set(Measures.all.map { $0.id }).count == Measures.all.count)
        for measure in Measures.all {
            let words = measure.words
            for text in [
                words.title, words.purpose, words.numerator, words.denominator, words.exclusions, words.source,
                words.example,
            ] {
                #expect(!text.isEmpty, "\(measure.id)")
            }
            // Audits are written here alone, so nothing that is loaded can be blind to them.
            #expect(!measure.needs.isEmpty || measure.id == AuditedFilesGood.id)
        }
    }

    @Test func `what a source does not tell is not counted as nought`() {
        let taker = MeasureTaker(Check(Child.ada, .record(without: [.supervisions])).setting)
        #expect(taker.blind.map(\.measure) == [CasesSupervised.id])
        #expect(taker.blind.first?.because.contains("does not say") == true)
        #expect(MeasureTaker(Check(Child.ada, .record).setting).blind.isEmpty)
    }

    @Test(arguments: [Cover.extract, .record, .record(without: [.flags])])
    func `audits are counted whatever else the source tells`(cover: Cover) {
        var ada = Child.ada
        var audit = CaseFileAudit(on: "2026-05-06", reader: .auditor, by: "ana", tool: "file")
        (audit.grade, audit.isFinished) = ("good", true)
        ada.add(audit)
        #expect(sum(AuditedFilesGood.self, ada, to: "2026-05-06", cover) == MeasureSum(numerator: 1, denominator: 1))
    }

    @Test(
        arguments: [
            ("2026-08-03", 1), ("2026-08-04", 0),
        ] as [(Day, Int)])
    func `an assessment is in time up to the 45th working day after it began`(authorised: Day, counted: Int) {
        var ada = Child.ada
        let referral = ada.referred("2026-05-29")
        ada.assessed("2026-06-01", authorised: authorised, referral: referral)
        #expect(sum(AssessmentsInTime.self, ada, to: authorised) == MeasureSum(numerator: counted, denominator: 1))
        #expect(sum(AssessmentsInTime.self, ada, to: authorised - 1) == MeasureSum())
    }

    @Test func `an initial assessment of 2012 is held to ten working days and not to forty-five`() {
        var ada = Child.ada
        let referral = ada.referred("2012-05-14")
        ada.assessed("2012-05-14", authorised: "2012-05-29", kind: .initial, referral: referral)
        #expect(sum(InitialAssessmentsInTime.self, ada, to: "2012-05-29") == MeasureSum(numerator: 0, denominator: 1))
        #expect(sum(AssessmentsInTime.self, ada, to: "2012-05-29") == MeasureSum())
    }

    @Test(
        arguments: [("2026-05-31", 1), ("2026-06-11", 1), ("2026-06-12", 0), ("2026-04-30", nil)] as [(Day, Int?)])
    func `a child waits from the referral until the day an assessment is authorised`(day: Day, waits: Int?) {
        var ada = Child.ada
        let referral = ada.referred("2026-05-01")
        ada.assessed("2026-05-05", authorised: "2026-06-12", referral: referral)
        let expected = waits.map { MeasureSum(numerator: $0, denominator: 1) } ?? MeasureSum()
        #expect(sum(ChildrenAwaitingAssessment.self, ada, to: day) == expected)
    }

    @Test(arguments: [("2026-04-30", 0), ("2026-05-01", 1), ("2026-06-09", 1), ("2026-06-10", nil)] as [(Day, Int?)])
    func `a plan is long from the day two years after it began until the day it ends`(day: Day, counted: Int?) {
        var ada = Child.ada
        ada.planned("2024-05-01", until: "2026-06-10")
        let expected = counted.map { MeasureSum(numerator: $0, denominator: 1) } ?? MeasureSum()
        #expect(sum(PlansOpenTwoYears.self, ada, to: day) == expected)
        let ended = sum(PlansEndedAfterTwoYears.self, ada, to: "2026-06-10")
        #expect(ended == MeasureSum(numerator: 1, denominator: 1))
    }

    @Test func `two referrals open at once are one child in need`() {
        var ada = Child.ada
        ada.referred("2026-01-05")
        ada.referred("2026-02-02", closed: "2026-04-01")
        #expect(sum(ChildrenInNeed.self, ada, to: "2026-03-02") == MeasureSum(numerator: 1, denominator: 1))
        #expect(sum(ReferralsReceived.self, ada, from: "2025-04-01", to: "2026-03-31").numerator == 2)
    }

    @Test func `a child is counted with whoever led on the day`() {
        var ada = Child.ada
        ada.referred("2026-01-05")
        ada.led(by: "W1", "2026-01-06", until: "2026-02-10")
        ada.led(by: "W2", "2026-02-11")
        let registered = Worker(registration: "SW1")
        for (day, counted) in [("2026-02-10", 1), ("2026-02-11", 0)] as [(Day, Int)] {
            let found = sum(
                ChildrenWithQualifiedWorker.self, ada, to: day, workers: ["W1": registered, "W2": Worker()])
            #expect(found == MeasureSum(numerator: counted, denominator: 1))
        }
    }

    @Test func `a child nobody leads for is not with a qualified worker, and is not left out`() {
        var ada = Child.ada
        ada.referred("2026-01-05")
        #expect(
            sum(ChildrenWithQualifiedWorker.self, ada, to: "2026-02-02") == MeasureSum(numerator: 0, denominator: 1))
    }

    @Test func `nobody is counted after they died`() {
        var ada = Child("Ada", died: "2026-02-10")
        ada.referred("2026-01-05")
        #expect(sum(ChildrenInNeed.self, ada, to: "2026-02-09").denominator == 1)
        #expect(sum(ChildrenInNeed.self, ada, to: "2026-02-10").denominator == 0)
    }

    @Test func `a late review is seen for a year after it was held`() {
        var ada = Child.ada
        let plan = ada.planned("2024-01-10")
        for held in ["2024-04-20", "2024-10-10", "2025-04-05"] as [Day] { ada.reviewed(held, of: plan) }
        for (day, counted) in [("2024-04-10", 1), ("2024-04-11", 0), ("2025-04-19", 0), ("2025-04-20", 1)]
            as [(Day, Int)]
        {
            #expect(
                sum(PlansReviewedOnTime.self, ada, to: day) == MeasureSum(numerator: counted, denominator: 1), "\(day)")
        }
        #expect(sum(PlansReviewedOnTime.self, ada, to: "2024-04-09") == MeasureSum(), "not three months yet")
    }

    @Test func `a review held one day late is late, though nothing stood on any day`() {
        var ada = Child.ada
        let plan = ada.planned("2024-01-10")
        ada.reviewed("2024-04-11", of: plan)
        for (day, counted) in [("2024-04-11", 0), ("2025-04-11", 0), ("2025-04-12", 1)] as [(Day, Int)] {
            ada.reviewed("2024-10-10", of: plan)
            ada.reviewed("2025-04-05", of: plan)
            #expect(
                sum(PlansReviewedOnTime.self, ada, to: day) == MeasureSum(numerator: counted, denominator: 1), "\(day)")
        }
    }

    @Test(arguments: [(true, 0), (false, 1), (nil, 1)] as [(Bool?, Int)])
    func `a referral that needed nothing, of which nobody said when, is not late`(nothing: Bool?, counted: Int) {
        var ada = Child.ada
        ada.referred("2026-03-02", nfa: nothing)
        #expect(
            sum(ReferralsDecidedInOneDay.self, ada, from: "2026-01-01", to: "2026-06-01", .record).denominator
                == counted)
    }

    @Test(
        arguments: [
            (.policeProtection, nil, 1200, "2026-03-05", 1), (.policeProtection, nil, 1200, "2026-03-06", 0),
            (.policeProtection, nil, 0, "2026-03-04", 1), (.policeProtection, nil, 0, "2026-03-05", 0),
            (.policeProtection, "2026-03-03", 1200, "2026-03-03", 1),
            (.policeProtection, "2026-03-03", 1200, "2026-03-04", 0),
            (.policeProtection, "2026-03-30", nil, "2026-03-06", 0),
            (.emergencyProtectionOrder, nil, nil, "2026-03-09", 1),
            (.emergencyProtectionOrder, nil, nil, "2026-03-10", 0),
            (.emergencyProtectionOrder, "2026-03-17", nil, "2026-03-16", 1),
            (.emergencyProtectionOrder, "2026-03-17", nil, "2026-03-17", 0),
        ] as [(EmergencyPowerKind, Day?, Int?, Day, Int)])
    func `an emergency power runs to its end, or as long as the law lets it`(
        kind: EmergencyPowerKind, ends: Day?, minute: Int?, day: Day, counted: Int
    ) {
        var ada = Child.ada
        var power = EmergencyPower(kind, beganOn: "2026-03-02")
        (power.endsOn, power.beganAt) = (ends, minute.map { Moment(londonDay: "2026-03-02", minute: $0) })
        ada.add(power)
        #expect(sum(ChildrenUnderEmergencyPower.self, ada, to: day, .record).numerator == counted)
        #expect(sum(ChildrenUnderEmergencyPower.self, ada, to: "2026-03-01", .record) == MeasureSum())
    }

    // The clocks went forward on Sunday 29 March 2026.
    @Test func `72 hours from a midnight before the clocks go forward end within a fourth day`() {
        var ada = Child.ada
        var power = EmergencyPower(.policeProtection, beganOn: "2026-03-27")
        power.beganAt = Moment(londonDay: "2026-03-27")
        ada.add(power)
        #expect(sum(ChildrenUnderEmergencyPower.self, ada, to: "2026-03-30", .record).numerator == 1)
        #expect(sum(ChildrenUnderEmergencyPower.self, ada, to: "2026-03-31", .record) == MeasureSum())
    }

    @Test(
        arguments: [
            (.childrensHome, nil, "2026-03-01", 0), (.childrensHome, nil, "2026-03-02", 1),
            (.childrensHome, "2026-03-05", "2026-03-04", 1), (.childrensHome, "2026-03-05", "2026-03-05", 0),
            (.childrensHome, "2026-03-01", "2026-03-05", 1),
            (.supportedAccommodationUnder16, nil, "2031-05-04", 1),
            (.supportedAccommodationUnder16, nil, "2033-05-03", 1),
            (.supportedAccommodationUnder16, nil, "2033-05-04", 0),
        ] as [(UnregisteredSetting, Day?, Day, Int)])
    func `a child counts in an unregistered placement until they have moved or are 18`(
        setting: UnregisteredSetting, ended: Day?, day: Day, counted: Int
    ) {
        var ada = Child("Ada", born: "2015-05-04")
        var placement = UnregisteredPlacement(setting, beganOn: "2026-03-02")
        placement.endedOn = ended
        ada.add(placement)
        #expect(sum(ChildrenInUnregisteredPlacements.self, ada, to: day, .record).numerator == counted)
    }

    @Test func `a serious incident counts on the day it was notified, or on the day it became late`() {
        var ada = Child("Ada", died: "2026-03-09")
        var incident = SeriousIncident(on: "2026-03-09", knownOn: "2026-03-09", harm: .died)
        ada.add(incident, id: "I1")
        #expect(sum(SeriousIncidentsNotified.self, ada, to: "2026-03-16", .record) == MeasureSum())
        #expect(sum(SeriousIncidentsNotified.self, ada, to: "2026-03-17", .record).denominator == 1)
        var ben = Child.ben
        incident.notifiedOn = "2026-03-16"
        ben.add(incident, id: "I2")
        #expect(
            sum(SeriousIncidentsNotified.self, ben, to: "2026-03-16", .record)
                == MeasureSum(numerator: 1, denominator: 1))
    }

    @Test func `what is cleared on its first day took no day, and is counted`() {
        var ada = Child.ada
        let plan = ada.planned("2024-01-10")
        ada.reviewed("2024-04-11", of: plan)
        let late = Check(ada).concerns.filter { $0.clearedOn == $0.onset && $0.code == "review-conference-late" }
        #expect(late.count == 1)
        let day = sum(DaysToClear.self, ada, to: "2024-04-11")
        #expect(day.numerator == 0 && day.denominator >= 1)
    }

    @Test(
        arguments: [
            (0, 0, nil), (1, 3, 333), (2, 3, 667), (1, 8, 125), (1, 200, 5), (7, 7, 1000),
        ] as [(Int, Int, Int?)])
    func `a share is rounded half up to a tenth, and of nobody there is none`(part: Int, all: Int, tenths: Int?) {
        #expect(MeasureSum(numerator: part, denominator: all).tenths(.percent) == tenths)
    }
}
