import ChildJourney
import Concerns
import Testing
import WorkingDays

/// An adult recorded as posing a risk, and the homes of children. 3 Mar 2026 is a Tuesday.
@Suite struct RiskAdultInHomeTests {
    private static let code: ConcernCode = "risk-adult-in-home"

    private func convicted(_ on: Day = "2026-01-05") -> PersonPosingRisk {
        PersonPosingRisk(knownOn: on, basis: .conviction, what: "Assault", source: "court")
    }

    private func alleged(_ on: Day, review: Day) -> PersonPosingRisk {
        var risk = PersonPosingRisk(knownOn: on, basis: .alleged, what: "Assault", source: "neighbour")
        risk.reviewOn = review
        return risk
    }

    private func decided(_ on: Day, _ point: DecisionPoint = .adultInHome) -> ManagementDecision {
        ManagementDecision(on: on, point: point, decision: "He moves out", why: "Convicted")
    }

    @Test(
        arguments: [
            // moved in, became known, clock starts
            ("2026-03-03", "2026-01-05", "2026-03-03"), ("2026-03-03", "2026-03-10", "2026-03-10"),
        ] as [(Day, Day, Day)])
    func `the clock starts when risk and home come together, whichever is later`(
        moved: Day, known: Day, starts: Day
    ) throws {
        var ada = Child.ada
        ada.lives(with: "rex", from: moved)
        let concern = try Check(ada.journey(adults: ["rex": Child.man(convicted(known))]), .record).only(Self.code)
        #expect(concern.clockStart == starts && concern.due == starts + 1 && concern.onset == starts + 2)
        #expect(concern.level(on: concern.onset) == 1 && concern.leavesAtPotentialRisk(on: concern.onset))
    }

    @Test(
        arguments: [
            ("2026-03-02", nil, true), ("2026-03-03", nil, false), ("2026-03-04", nil, false),
            ("2026-03-05", "2026-03-05", true), ("2026-03-09", "2026-03-09", true),
        ] as [(Day, Day?, Bool)])
    func `a decision on the day or the next is in time; one before they moved in decides nothing`(
        on: Day, cleared: Day?, found: Bool
    ) {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        ada.add(decided(on))
        let concerns = Check(ada.journey(adults: ["rex": Child.man(convicted())]), .record).found(Self.code)
        #expect(concerns.isEmpty == !found)
        #expect(concerns.first?.clearedOn == cleared)
    }

    @Test(arguments: DecisionPoint.allCases)
    func `only a decision about the adult or the threshold clears it`(point: DecisionPoint) {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        var decision = decided("2026-03-03", point)
        decision.hasReasonableCause = true
        ada.add(decision)
        let found = Check(ada.journey(adults: ["rex": Child.man(convicted())]), .record).found(Self.code)
        #expect(found.isEmpty == (point == .adultInHome || point == .threshold))
    }

    @Test func `he who does not live there, and he of whom nothing is said, give no concern`() {
        var elsewhere = Child.ada
        elsewhere.lives(with: "rex", from: "2026-03-03", as: .father, home: false)
        #expect(Check(elsewhere.journey(adults: ["rex": Child.man(convicted())]), .record).found(Self.code).isEmpty)
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        #expect(Check(ada.journey(adults: ["rex": Child.man()]), .record).found(Self.code).isEmpty)
    }

    @Test func `a child in the same home is found through the other's record, and one who lives elsewhere is not`()
        throws
    {
        var ben = Child.ben
        ben.lives(with: "rex", from: "2026-03-03")
        ben.lives(with: "mum", from: "2020-01-01", as: .mother)
        let adults = ["rex": Child.man(convicted()), "mum": Child.man()]
        var sharing = Child.ada
        sharing.lives(with: "mum", from: "2015-05-04", as: .mother)
        let concern = try Check(sharing.journey(adults: adults, children: ["ben": ben]), .record).only(Self.code)
        #expect(concern.clockStart == "2026-03-03")
        var tied = Child.ada
        tied.tied(to: "ben", as: "same-home")
        #expect(Check(tied.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).count == 1)
        var elsewhere = Child.ada
        elsewhere.tied(to: "ben")
        #expect(Check(elsewhere.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).isEmpty)
        var saidNot = sharing
        saidNot.lives(with: "rex", from: nil, home: false)
        #expect(Check(saidNot.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).isEmpty)
    }

    @Test func `an allegation lapses after its review day, and stands again from a review`() throws {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        let lapsing = Child.man(alleged("2026-01-05", review: "2026-04-01"))
        let concern = try Check(ada.journey(adults: ["rex": lapsing]), .record).only(Self.code)
        #expect(concern.stands(on: "2026-04-01") && !concern.stands(on: "2026-04-02") && concern.clearedOn == nil)
        var later = Child.ada
        later.lives(with: "rex", from: "2026-04-02")
        #expect(Check(later.journey(adults: ["rex": lapsing]), .record).found(Self.code).isEmpty)
        var reviewed = alleged("2026-01-05", review: "2026-04-01")
        reviewed.reviews = [RiskReview(on: "2026-04-20", nextOn: "2026-10-20", why: "It stands")]
        #expect(!reviewed.stands(on: "2026-04-02") && reviewed.stands(on: "2026-04-20"))
        #expect(reviewed.stands(on: "2026-10-20") && !reviewed.stands(on: "2026-10-21"))
        #expect(Check(later.journey(adults: ["rex": Child.man(reviewed)]), .record).found(Self.code).count == 1)
    }

    @Test func `when he leaves it ends unmet, and is not cleared`() throws {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03", until: "2026-03-20")
        let concern = try Check(ada.journey(adults: ["rex": Child.man(convicted())]), .record).only(Self.code)
        #expect(concern.endedOn == "2026-03-20" && concern.ending == .noLongerApplies && concern.clearedOn == nil)
        var before = Child.ada
        before.lives(with: "rex", from: "2026-03-03", until: "2026-03-04")
        #expect(Check(before.journey(adults: ["rex": Child.man(convicted())]), .record).found(Self.code).isEmpty)
    }

    @Test func `two records about one adult are one concern, and a child is never a hazard`() throws {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        let twice = Child.man(convicted(), convicted("2026-02-01"))
        #expect(Check(ada.journey(adults: ["rex": twice]), .record).found(Self.code).count == 1)
        var ben = Child.ben
        ben.add(convicted())
        var tied = Child.ada
        tied.tied(to: "ben", as: "same-home")
        #expect(Check(tied.journey(children: ["ben": ben]), .record).found(Self.code).isEmpty)
    }

    @Test
    func `a source that does not tell who lives with a child cannot answer, and one that begins later does from then`()
        throws
    {
        #expect(Check(Child.ada, .extract).blind.contains { $0.code == Self.code })
        var late = Cover.record
        late.extents[.family] = Cover.Extent(from: "2026-06-01")
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        let check = Check(ada.journey(adults: ["rex": Child.man(convicted())]), late)
        #expect(try check.only(Self.code).clockStart == "2026-06-01")
        #expect(check.unchecked(Self.code).count == 1)
    }

    private func at(_ day: Day) -> Moment { Moment(londonDay: day, minute: 720) }

    private func tie(_ adult: String, lives: Bool?, from: Day?, until: Day? = nil, _ kind: RelationshipKind = .carer)
        -> Relationship
    {
        var tie = Relationship(other: adult, kind: kind.rawValue, from: from, until: until)
        (tie.isAdult, tie.livesWith) = (true, lives)
        return tie
    }

    private func man(_ risks: (PersonPosingRisk, Day)...) -> Journey {
        var journey = Journey()
        journey.add(Person(forename: "Rex", surname: "Invented"), id: "person", place: 900)
        for (number, risk) in risks.enumerated() {
            journey.add(
                risk.0, id: RecordID("risk-\(number)"), place: 901 + Int64(number), recordedAt: at(risk.1))
        }
        return journey
    }

    @Test(
        arguments: [
            // decided on, written on; cleared
            ("2026-03-04", "2026-03-04", nil), ("2026-03-04", "2026-03-10", nil),
            ("2026-03-04", "2026-03-13", "2026-03-12"),
            ("2026-03-13", "2026-03-13", "2026-03-13"),
        ] as [(Day, Day, Day?)])
    func `a decision counts from the day both were written here, whatever day was typed`(
        on: Day, written: Day, cleared: Day?
    ) throws {
        var ada = Child.ada
        ada.add(tie("rex", lives: true, from: "2026-03-03"), writtenAt: at("2026-03-11"))
        ada.add(decided(on), writtenAt: at(written))
        let journey = ada.journey(adults: ["rex": man((convicted(), "2026-03-12"))])
        #expect(try Check(journey, .record).only(Self.code).clearedOn == cleared)
    }

    @Test func `a conviction written after the decision asks for another`() throws {
        var ada = Child.ada
        ada.add(tie("rex", lives: true, from: "2026-03-03"), writtenAt: at("2026-03-03"))
        ada.add(decided("2026-03-03"), writtenAt: at("2026-03-04"))
        let rex = man((convicted(), "2026-03-03"), (convicted("2026-01-20"), "2026-04-01"))
        let concern = try Check(ada.journey(adults: ["rex": rex]), .record).only(Self.code)
        #expect(concern.clockStart == "2026-04-01" && concern.clearedOn == nil)
    }

    @Test(arguments: [(nil, 2), ("rex", 1), ("tom", 1), ("sam", 2)] as [(String?, Int)])
    func `of two adults one decision is about one`(about: String?, found: Int) {
        var ada = Child.ada
        ada.lives(with: "rex", from: "2026-03-03")
        ada.lives(with: "tom", from: "2026-03-03")
        var decision = decided("2026-03-03")
        decision.adult = about
        ada.add(decision)
        let adults = ["rex": Child.man(convicted()), "tom": Child.man(convicted())]
        #expect(Check(ada.journey(adults: adults), .record).found(Self.code).count == found)
    }

    @Test(
        arguments: [
            // the child's own word of him: lives, from, until; found
            (nil, nil, nil, 1), (true, "2025-01-01", "2025-06-01", 1), (false, "2025-01-01", "2025-06-01", 1),
            (false, nil, nil, 0), (false, "2025-01-01", nil, 0), (false, "2026-03-20", nil, 1),
        ] as [(Bool?, Day?, Day?, Int)])
    func `an old tie of the child's own, or one that says nothing, does not hide him who lives with a sibling`(
        lives: Bool?, from: Day?, until: Day?, found: Int
    ) {
        var ben = Child.ben
        ben.lives(with: "rex", from: "2026-03-03")
        ben.lives(with: "mum", from: "2020-01-01", as: .mother)
        var ada = Child.ada
        ada.lives(with: "mum", from: "2015-05-04", as: .mother)
        ada.add(tie("rex", lives: lives, from: from, until: until))
        let adults = ["rex": Child.man(convicted()), "mum": Child.man()]
        #expect(Check(ada.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).count == found)
    }

    @Test func `the mother of an unborn child is its home`() {
        var ben = Child.ben
        ben.lives(with: "rex", from: "2026-03-03")
        ben.lives(with: "mum", from: "2020-01-01", as: .mother)
        var cleo = Child.cleo
        cleo.add(tie("mum", lives: nil, from: "2026-01-05", .mother))
        let adults = ["rex": Child.man(convicted()), "mum": Child.man()]
        #expect(Check(cleo.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).count == 1)
        var born = Child("Cleo", born: "2026-02-20", expected: "2026-02-18")
        born.add(tie("mum", lives: nil, from: "2026-01-05", .mother))
        #expect(Check(born.journey(adults: adults, children: ["ben": ben]), .record).found(Self.code).isEmpty)
    }

    @Test func `a home shared through one adult after another is one home`() throws {
        var ben = Child.ben
        ben.lives(with: "nan", from: "2024-01-01", until: "2026-01-31")
        ben.lives(with: "mum", from: "2026-01-31", as: .mother)
        ben.lives(with: "rex", from: "2026-03-03")
        var ada = Child.ada
        ada.lives(with: "nan", from: "2024-01-01", until: "2026-01-31")
        ada.lives(with: "mum", from: "2026-01-31", as: .mother)
        let adults = ["rex": Child.man(convicted()), "mum": Child.man(), "nan": Child.man()]
        let concern = try Check(ada.journey(adults: adults, children: ["ben": ben]), .record).only(Self.code)
        #expect(concern.clockStart == "2026-03-03")
    }
}
