import AccessRules
import Testing

struct DisclosureControlTests {
    /// A council with teams, its whole and part the sum of theirs.
    private func shown(_ teams: [(Int, Int)]) -> [Bool] {
        var cells = [
            DisclosureCell(
                whole: teams.reduce(0) { $0 + $1.0 }, part: teams.reduce(0) { $0 + $1.1 },
                breakdowns: [Array(1...teams.count)])
        ]
        cells += teams.map { DisclosureCell(whole: $0.0, part: $0.1) }
        return DisclosureControl.shown(cells, roots: [0])
    }

    @Test func `what is small takes the next smallest with it, and the total stays`() {
        #expect(shown([(3, 0), (60, 30), (20, 10)]) == [true, false, true, false])
    }

    @Test(arguments: [(58, false), (60, true), (0, true), (3, false), (55, true)])
    func `how many were not so is a count as well`(part: Int, isShown: Bool) {
        #expect(shown([(60, part), (60, 30), (60, 30)])[1] == isShown)
    }

    @Test func `what is hidden together is no small number together`() {
        #expect(shown([(1, 0), (2, 0), (30, 15), (40, 20)]) == [true, false, false, false, true])
    }

    @Test func `noughts are shown unless they are needed to hide a small number`() {
        #expect(shown([(0, 0), (60, 30)]) == [true, true, true])
        #expect(shown([(0, 0), (0, 0), (4, 4)]) == [false, false, false, false])
    }

    @Test func `a part that a known whole would bound hides more with it`() {
        // Of 60 two were so. Beside 70 of whom all were, the first would be known to be two or more.
        #expect(shown([(60, 2), (70, 70), (80, 40)]) == [true, false, false, false])
    }

    @Test func `nothing below a hidden cell is shown`() {
        let cells = [
            DisclosureCell(whole: 63, breakdowns: [[1, 2, 3]]), DisclosureCell(whole: 3, breakdowns: [[4, 5]]),
            DisclosureCell(whole: 20), DisclosureCell(whole: 40), DisclosureCell(whole: 3), DisclosureCell(whole: 0),
        ]
        #expect(DisclosureControl.shown(cells, roots: [0]) == [true, false, false, true, false, false])
    }
}
