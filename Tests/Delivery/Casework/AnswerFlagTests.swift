import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

/// An auditor flags Tamar; Ana and Dee are managers, and Ben leads her.
@Suite struct AnswerFlagTests: Assures {
    private func flagged(by role: Role = .auditor, _ user: UserID? = nil) async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02")))], about: child)
        try await AnswerFlag(assurer(fixture, role, user)).raise("Not seen", about: child, id: "f")
        return fixture
    }

    private func flag(_ fixture: ServerFixture) async throws -> UnsafeFlag {
        try #require(try await flags(fixture).first).body
    }

    @Test func `it is taken in hand, decided and agreed, each by whom and when`() async throws {
        let fixture = try await flagged()
        let ana = AnswerFlag(try assurer(fixture, .manager, "ana", hoursOn: 1))
        try await ana.acknowledge("f", about: child)
        try await ana.decide(
            "She stays with her aunt", seenAt: ServerFixture.moment.adding(hours: 1), seenBy: "Ben", "f", about: child)
        try await AnswerFlag(assurer(fixture, hoursOn: 2)).agree(true, "f", about: child)
        let flag = try await flag(fixture)
        #expect(flag.acknowledgedBy == "ana" && flag.decidedBy == "ana" && flag.isAgreed == true && !flag.waits)
        #expect(flag.at == ServerFixture.moment && flag.agreedAt == ServerFixture.moment.adding(hours: 2))
    }

    @Test func `the clock of a flag that was raised runs from then, however often it is sent`() async throws {
        let fixture = try await flagged()
        try await AnswerFlag(assurer(fixture, hoursOn: 3)).raise("Still not seen", about: child, id: "f")
        #expect(try await flags(fixture).count == 1)
        #expect(try await flag(fixture).at == ServerFixture.moment)
    }

    @Test func `whoever flagged does not decide, nor does whoever holds the child`() async throws {
        let own = try await flagged(by: .manager, "ana")
        let said = "You flagged this child, hold them, or answered the flag: somebody else does this"
        #expect(
            await refusal {
                try await AnswerFlag(assurer(own, .manager, "ana", hoursOn: 1)).decide("x", "f", about: child)
            } == said)
        // A manager who holds the child.
        #expect(
            await refusal {
                try await AnswerFlag(assurer(own, .manager, "ben", hoursOn: 1)).decide("x", "f", about: child)
            } == said)
        try await AnswerFlag(assurer(own, .manager, "dee", hoursOn: 1)).decide("x", "f", about: child)
    }

    @Test func `whoever decided does not agree, and another agrees only who may for another`() async throws {
        let fixture = try await flagged()
        #expect(
            await refusal { try await AnswerFlag(assurer(fixture, hoursOn: 1)).agree(true, "f", about: child) } != nil,
            "there is nothing to agree to yet")
        try await AnswerFlag(assurer(fixture, .director, "dot", hoursOn: 1)).decide("x", "f", about: child)
        for (role, user) in [(Role.director, UserID("dot")), (.manager, "dee"), (.socialWorker, "ben")] {
            #expect(
                await refusal {
                    try await AnswerFlag(assurer(fixture, role, user, hoursOn: 2)).agree(true, "f", about: child)
                } != nil, "\(role)")
        }
        try await AnswerFlag(assurer(fixture, .inspector, hoursOn: 2)).agree(true, "f", about: child)
    }

    @Test func `who disagrees is asked again after the next decision`() async throws {
        let fixture = try await flagged()
        try await AnswerFlag(assurer(fixture, .manager, "ana", hoursOn: 1)).decide("x", "f", about: child)
        try await AnswerFlag(assurer(fixture, hoursOn: 2)).agree(false, "f", about: child)
        #expect(try await flag(fixture).waits)
        try await AnswerFlag(assurer(fixture, .manager, "ana", hoursOn: 3)).decide("y", "f", about: child)
        #expect(try await flag(fixture).isAgreed == nil)
    }

    @Test func `seen before the flag or after now is not seen since`() async throws {
        let fixture = try await flagged()
        for hours in [-1, 2] {
            #expect(
                await refusal {
                    try await AnswerFlag(assurer(fixture, .manager, "ana", hoursOn: 1)).decide(
                        "x", seenAt: ServerFixture.moment.adding(hours: hours), "f", about: child)
                } == "Say when the child was seen since")
        }
    }

    @Test(arguments: [Role.inspector, .auditor, .socialWorker, .chair, .emergencyDuty])
    func `nobody but a manager or the director decides`(role: Role) async throws {
        let fixture = try await flagged(by: .frontDoor)
        #expect(
            await refusal {
                try await AnswerFlag(assurer(fixture, role, hoursOn: 1)).decide("x", "f", about: child)
            } == "access")
    }
}
