import Assurance
import Pages

/// How many files to read for a range no wider than wanted.
enum SizingShowing {
    private static let mostChildren = 1_000_000

    static func sizing(_ asked: FormReader) -> DrawSamplePage.Sizing {
        var asked = asked
        var sizing = DrawSamplePage.Sizing()
        sizing.expected = asked.given("expected") ?? "50"
        guard asked.given("of") != nil || asked.given("margin") != nil else { return sizing }
        (sizing.frame, sizing.margin) = (asked.given("of") ?? "", asked.given("margin") ?? "")
        let frame = asked.wholeNumber("of", called: "how many children are in the frame", in: 1...mostChildren)
        let margin = asked.wholeNumber("margin", called: "how far the range may reach", in: 1...50)
        let expected =
            asked.given("expected") == nil
            ? 50 : asked.wholeNumber("expected", called: "how many of 100 you expect", in: 0...100)
        sizing.errors = asked.problems
        guard let frame, let margin, let expected else { return sizing }
        let size = SampleSize.forMargin(Double(margin) / 100, expected: Double(expected) / 100, frame: frame)
        sizing.answer =
            "Read \(size) of \(frame) files, drawn at random: if \(expected) of 100 are so, the range reaches at most \(margin) of 100 either way."
        return sizing
    }
}
