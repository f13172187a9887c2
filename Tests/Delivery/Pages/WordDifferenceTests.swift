import Pages
import Testing

/// What stayed, what went and what came, word by word.
@Suite struct WordDifferenceTests {
    @Test(
        arguments: [
            ("the same", "the same", [.same("the same")]),
            ("", "all new", [.new("all new")]), ("all gone", "", [.gone("all gone")]), ("", "", []),
            ("left arm", "right arm", [.gone("left "), .new("right "), .same("arm")]),
            ("one two", "one two three", [.same("one two "), .new("three")]),
            ("one\ntwo", "one two", [.same("one two")]),
        ] as [(String, String, [WordDifference.Part])])
    func `two texts are told in one`(earlier: String, later: String, parts: [WordDifference.Part]) {
        #expect(WordDifference(from: earlier, to: later).parts == parts)
    }

    /// Whatever is taken out and put in, both texts can be read back out of it.
    @Test(arguments: [10, 1500, 3000, 9000])
    func `nothing of either text is lost, however long they are`(count: Int) {
        let earlier = (0..<count).map { "word\($0 % 7)\($0 % 11 == 0 ? "." : "")" }.joined(separator: " ")
        let later = (0..<count).map { "word\($0 % 5)\($0 % 13 == 0 ? "." : "")" }.joined(separator: " ")
        let parts = WordDifference(from: earlier, to: later).parts
        func read(_ isTold: (WordDifference.Part) -> String?) -> [Substring] {
            parts.compactMap(isTold).joined(separator: " ").split(separator: " ")
        }
        let old = read { part in
            switch part {
            case .same(let text), .gone(let text): text
            case .new: nil
            }
        }
        let new = read { part in
            switch part {
            case .same(let text), .new(let text): text
            case .gone: nil
            }
        }
        #expect(old == earlier.split(separator: " ") && new == later.split(separator: " "))
    }
}
