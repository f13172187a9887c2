import Server
import Testing
import WorkingDays

@Suite struct RecordHealthTests {
    @Test func `the records are looked at again after ten seconds, however often somebody asks`() async {
        let clock = Locked(ServerFixture.moment)
        let looks = Locked(0)
        let health = RecordHealth(now: { clock.value }) {
            looks.value += 1
            return looks.value == 1
        }
        for (seconds, isWell, looked) in [(0, true, 1), (9, true, 1), (10, false, 2), (19, false, 2), (20, false, 3)] {
            clock.value = ServerFixture.moment.adding(seconds: seconds)
            #expect(await health.isWell() == isWell)
            #expect(looks.value == looked)
        }
    }
}
