import AccessRules
import Testing

struct AccessRulesTests {
    private let child: SubjectID = "census:1"

    private func person(_ role: Role, council: String = "901") throws -> SignedIn {
        SignedIn(council: try require(CouncilCode(council)), user: "ana", role: role)
    }

    private func open(
        _ role: Role, council: String = "901", restriction: Restriction = .none
    ) throws -> Result<Access, AccessRefusal> {
        AccessRules.access(
            for: try person(role, council: council), to: .openChild,
            .child(child, in: try require(CouncilCode("901")), restriction), because: .work)
    }

    @Test(arguments: [Role.manager, .socialWorker, .analyst])
    func `those who work with the record may open a child`(role: Role) throws {
        let access = try open(role).get()
        #expect(access.permits(.openChild, in: access.council, to: child))
        #expect(!access.permits(.openChild, in: access.council, to: "census:2"))
        #expect(!access.permits(.seeToday, in: access.council))
    }

    @Test(arguments: [Role.administrator, .member])
    func `those who look after the system, or see numbers only, may not`(role: Role) throws {
        #expect(try open(role) == .failure(.notForThisRole(role, .openChild)))
    }

    @Test func `nobody opens a child of another council`() throws {
        #expect(try open(.manager, council: "902") == .failure(.anotherCouncil))
    }

    @Test func `a restricted child opens only to those named`() throws {
        #expect(try open(.manager, restriction: .restricted(to: ["ben"])) == .failure(.restricted))
        #expect(try open(.manager, restriction: .restricted(to: [])) == .failure(.restricted))
        #expect(throws: Never.self) { try open(.manager, restriction: .restricted(to: ["ana", "ben"])).get() }
    }

    @Test func `leave for a list is not asked for with a child, nor the other way round`() throws {
        let manager = try person(.manager)
        let list = AccessRules.access(
            for: manager, to: .seeToday, .child(child, in: manager.council, .none), because: .work)
        let one = AccessRules.access(for: manager, to: .openChild, .council(manager.council), because: .work)
        #expect(list == .failure(.wrongTarget))
        #expect(one == .failure(.wrongTarget))
    }

    @Test func `members and partners see numbers and nothing else`() {
        #expect(Role.member.mayDo == [.seeNumbers])
        #expect(Role.partner.mayDo == [.seeNumbers])
        #expect(Role.allCases.filter(\.seesSuppressedNumbers) == [.member, .partner])
    }

    @Test(arguments: [
        Verb.openChild, .search, .seeToday, .drillDown, .recordConference, .seeWhoHasLooked, .importFiles,
    ])
    func `an administrator does nothing that shows a child`(verb: Verb) {
        #expect(!Role.administrator.mayDo.contains(verb))
    }

    @Test func `a reason says something`() {
        #expect(AccessReason(stated: "  ") == nil)
        #expect(AccessReason(stated: String(repeating: "x", count: 301)) == nil)
        #expect(AccessReason(stated: "asked by the chair")?.words == "asked by the chair")
    }

    @Test(arguments: [
        ("901", true), ("E06-1", true), ("", false), ("9 1", false), ("9:1", false), ("12345678901234567", false),
    ])
    func `a council's code is letters, digits and hyphens`(text: String, isCode: Bool) {
        #expect((CouncilCode(text) != nil) == isCode)
    }
}

struct SuppressionTests {
    @Test(arguments: [(0, Figure.shown(0)), (1, .hidden), (4, .hidden), (5, .shown(5))])
    func `counts from 1 to 4 are hidden, and nought is shown`(count: Int, figure: Figure) {
        #expect(Suppression.figure(count) == figure)
    }

    @Test func `a total that bounds a hidden part is hidden with it`() {
        let made = Suppression.figures([10, 3, 0])
        #expect(made.parts == [.shown(10), .hidden, .shown(0)])
        #expect(made.total == .hidden)
        #expect(Suppression.figures([10, 0, 7]).total == .shown(17))
    }

    @Test func `a total hidden in one breakdown is hidden in all`() {
        let made = Suppression.breakdowns([[10, 3], [6, 7]])
        #expect(made.parts[1] == [.shown(6), .shown(7)])
        #expect(made.total == .hidden)
    }

    @Test func `no hidden cell can be worked out from a table's totals`() {
        let made = Suppression.table([[10, 3], [20, 30]])
        #expect(made.cells == [[.shown(10), .hidden], [.shown(20), .shown(30)]])
        #expect(made.rows == [.hidden, .shown(50)])
        #expect(made.columns == [.shown(30), .hidden])
        #expect(made.total == .hidden)
    }

    @Test(arguments: [
        (3, 100, Figure.hidden), (98, 100, .hidden), (3, 4, .hidden), (50, 100, .shown(50)), (0, 100, .shown(0)),
        (100, 100, .shown(100)), (0, 0, .hidden), (5, 10, .shown(50)), (1, 3, .hidden), (25, 1000, .shown(3)),
    ])
    func `a percentage is hidden where it gives a small number away`(part: Int, whole: Int, figure: Figure) {
        #expect(Suppression.percentage(part, of: whole) == figure)
    }
}
