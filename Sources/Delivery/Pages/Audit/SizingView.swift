import HTML

/// Asks how wide a range is wanted, and says how many files that takes.
struct SizingView: HTML {
    let sizing: DrawSamplePage.Sizing

    private var isOpen: Bool { sizing.answer != nil || !sizing.errors.isEmpty }

    var body: some HTML {
        details {
            summary { "How many files are enough?" }
            form(.action("/audit/draw"), .method(.get)) {
                TextField(
                    name: "of", words: "How many children are in the frame?", value: sizing.frame,
                    error: sizing.errors.message(for: "of"))
                TextField(
                    name: "margin", words: "How far may the range reach either way, in children of 100?",
                    hint: "Such as 10: between 40 and 60 of 100", value: sizing.margin,
                    error: sizing.errors.message(for: "margin"))
                TextField(
                    name: "expected", words: "How many of 100 do you expect to be so?",
                    hint: "50 where nobody knows: that asks for the most files", value: sizing.expected,
                    error: sizing.errors.message(for: "expected"))
                button(.submit, .class("button quiet")) { "Work it out" }
            }
            if let answer = sizing.answer { p(.role("status")) { strong { answer } } }
        }
        .attributes(.open, when: isOpen)
    }
}
