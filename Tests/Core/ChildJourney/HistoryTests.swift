import ChildJourney
import Testing
import WorkingDays

@Suite struct HistoryTests {
    private static let monday = Moment(londonDay: "2026-03-02", minute: 600)
    private static let tuesday = Moment(londonDay: "2026-03-03", minute: 600)
    private static let friday = Moment(londonDay: "2026-03-06", minute: 600)

    private func entry(
        _ sequence: Int64, _ id: RecordID, _ body: any EntryBody, _ at: Moment, withdrawn: Bool = false
    ) -> JourneyEntry {
        JourneyEntry(sequence: sequence, id: id, body: body, recordedAt: at, withdrawn: withdrawn)
    }

    private func visit(_ on: Day, seen: Bool? = nil) -> Visit { Visit(on: on, purpose: .other, seen: seen) }

    @Test func `a correction takes the place of what it corrects, and keeps where it is written`() throws {
        let history = History(entries: [
            entry(1, "a", visit("2026-03-01", seen: true), Self.monday),
            entry(2, "a", visit("2026-03-01", seen: false), Self.tuesday),
        ])
        let believed = history.journey()
        #expect(believed.visits.count == 1)
        #expect(believed.visits[0].seen == false)
        #expect(believed.visits[0].place == 2)
        #expect(believed.visits[0].recordedAt == Self.tuesday)
    }

    @Test func `what was known at a moment leaves out what was recorded after it`() {
        let history = History(entries: [
            entry(1, "a", visit("2026-03-01", seen: true), Self.monday),
            entry(2, "a", visit("2026-03-01", seen: false), Self.tuesday),
            entry(3, "b", visit("2026-03-02"), Self.friday),
        ])
        #expect(history.journey(asKnownAt: Moment(milliseconds: Self.monday.milliseconds - 1)).visits.isEmpty)
        #expect(history.journey(asKnownAt: Self.monday).visits.map(\.seen) == [true])
        #expect(history.journey(asKnownAt: Self.tuesday).visits.map(\.seen) == [false])
        #expect(history.journey(asKnownAt: Self.friday).visits.count == 2)
    }

    @Test func `a record the source no longer has leaves, and may come back`() {
        var history = History(entries: [
            entry(1, "a", visit("2026-03-01"), Self.monday),
            entry(2, "a", visit("2026-03-01"), Self.tuesday, withdrawn: true),
        ])
        #expect(history.journey().visits.isEmpty)
        #expect(history.journey(asKnownAt: Self.monday).visits.count == 1)
        #expect(history.journey(keepingWithdrawn: true).visits.count == 1)
        #expect(history.withdrawn == [History.Key(kind: .visit, id: "a")])
        history.entries.append(entry(3, "a", visit("2026-03-01", seen: true), Self.friday))
        #expect(history.journey().visits.map(\.seen) == [true])
        #expect(history.withdrawn.isEmpty)
    }

    @Test func `the same id on records of two kinds is two records`() {
        let history = History(entries: [
            entry(1, "1", visit("2026-03-01"), Self.monday),
            entry(2, "1", Referral(receivedOn: "2026-03-01"), Self.monday),
            entry(3, "1", Referral(receivedOn: "2026-03-02"), Self.tuesday, withdrawn: true),
        ])
        #expect(history.journey().visits.count == 1)
        #expect(history.journey().referrals.isEmpty)
    }

    @Test func `records are kept in order of day, and within a day in the order they were recorded`() {
        let history = History(entries: [
            entry(1, "late", visit("2026-03-05"), Self.monday), entry(2, "first", visit("2026-03-01"), Self.monday),
            entry(3, "second", visit("2026-03-01"), Self.monday),
            entry(4, "late", visit("2026-02-01"), Self.tuesday),
        ])
        #expect(history.journey().visits.map(\.id.text) == ["late", "first", "second"])
    }

    @Test func `meetings without any day come last`() {
        var journey = Journey()
        journey.add(Conference(kind: .initial), id: "never")
        journey.add(Conference(kind: .initial, plannedOn: "2026-04-01"), id: "planned")
        journey.add(Conference(kind: .initial, plannedOn: "2026-01-01", heldOn: "2026-03-01"), id: "held")
        journey.add(PlanReview(), id: "never")
        journey.add(PlanReview(dueOn: "2026-04-01"), id: "due")
        journey.add(PreProceedings(), id: "never")
        journey.add(PreProceedings(letterSentOn: "2026-04-01"), id: "sent")
        journey.arrange()
        #expect(journey.conferences.map(\.id.text) == ["held", "planned", "never"])
        #expect(journey.planReviews.map(\.id.text) == ["due", "never"])
        #expect(journey.preProceedings.map(\.id.text) == ["sent", "never"])
    }
}
