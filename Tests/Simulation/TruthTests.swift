import ChildJourney
import Simulation
import Testing
import WorkingDays

@Suite struct `The truth of a simulation` {
    private static let codes: Set<String> = [
        "assessment-not-started", "assessment-late", "re-referral", "closed-too-soon", "repeat-contacts",
        "referral-unowned", "assessment-child-unseen", "enquiry-open", "conference-late", "conference-not-called",
        "conference-inquorate", "plan-child-unseen", "plan-child-never-alone", "review-conference-late", "plan-drift",
        "plan-again", "in-need-without-plan", "in-need-child-unseen", "in-need-drift", "child-unowned", "worker-gone",
        "worker-changes", "missing-now", "step-down-lost",
    ]
    private static let natural: Set<String> = ["re-referral", "closed-too-soon", "plan-again", "plan-drift"]

    private func children(_ count: Int, seed: UInt64 = 3) throws -> [SimulatedChild] {
        SimulatedBatches(try SimulationFixture.council(seed: seed, children: count), jobs: 2).flatMap { $0 }
    }

    @Test func `every concern that a census or an extract can show is planted somewhere, and nothing else`() throws {
        let stated = Set(try children(8000).flatMap(\.truths).map(\.concern))
        #expect(stated == Self.codes)
    }

    @Test func `every departure and decoy finds children to be planted in`() throws {
        let children = try children(20_000)
        #expect(Set(children.compactMap(\.planted)) == Set(SimulatedCouncil.plantedNames))
    }

    @Test func `each line names a record of the child, and began by the reference day`() throws {
        for child in try children(2500) {
            let records = Set(
                child.journey.records.compactMap { record in
                    record.body.happenedOn.map { "\(type(of: record.body).kind.rawValue):\($0)" }
                })
            for truth in child.truths {
                #expect(truth.onset <= SimulationFixture.referenceDay)
                #expect(!truth.visibleIn.isEmpty)
                #expect(records.contains(truth.about), "\(child.id) \(truth.about)")
            }
        }
    }

    @Test func `a child with nothing planted, or a decoy, has only what an ordinary history brings`() throws {
        for child in try children(2500) where child.planted == nil || child.isDecoy {
            for truth in child.truths { #expect(Self.natural.contains(truth.concern), "\(child.id) \(truth)") }
        }
    }

    @Test func `a line is one JSON object`() {
        let planned = PlannedConcern(
            "conference-late", about: "section-47-enquiry:2026-02-02", onset: SimulationFixture.day("2026-02-24"),
            visibleIn: [.census, .record])
        #expect(
            planned.line(about: "SIM0000007") == """
                {"child":"SIM0000007","concern":"conference-late","about":"section-47-enquiry:2026-02-02",\
                "onset":"2026-02-24","visibleIn":["census","record"]}
                """)
    }

    @Test func `nobody holds too many children but those it is planned for`() throws {
        let council = try SimulationFixture.council(children: 3200)
        var caseloads = Caseloads(on: council.referenceDay)
        for number in 1...3200 { caseloads.add(council.child(number)) }
        let over = council.serviceConcerns(caseloads).filter { $0.concern.concern == "caseload-over" }
        // Eighty blocks: one in sixteen lends, and one in sixteen is held by somebody newly qualified.
        #expect(over.count == 10)
        #expect(caseloads.counts.values.allSatisfy { $0 <= 30 })
        for service in over { #expect(service.concern.onset <= council.referenceDay) }
    }

    @Test func `a team that turns most referrals away stands out, and only in a council of some size`() throws {
        func odd(_ children: Int) throws -> [String] {
            let council = try SimulationFixture.council(children: children)
            return council.serviceConcerns(Caseloads(on: council.referenceDay)).map(\.concern.concern)
        }
        #expect(try odd(1000).isEmpty)
        #expect(try odd(4000) == ["thresholds-inconsistent"])
    }
}
