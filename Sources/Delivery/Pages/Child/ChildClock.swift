import HTML

/// One clock on a child's status strip: "Last seen", "Next visit due".
package struct ChildClock: Sendable {
    package enum State: Sendable { case withinLimit, pastLimit, notCheckable }

    package var words: String
    /// "Tue 3 Nov 2026".
    package var value: String
    /// "13 working days ago, limit 10".
    package var note: String?
    package var state: State

    package init(words: String, value: String, note: String? = nil, state: State = .withinLimit) {
        self.words = words
        self.value = value
        self.note = note
        self.state = state
    }
}

struct ClockStrip: HTML {
    let clocks: [ChildClock]

    var body: some HTML {
        dl(.class("strip")) {
            for clock in clocks {
                div {
                    dt {
                        clock.words
                        if clock.state == .pastLimit {
                            span(.class("flag")) { " past its limit" }
                        }
                    }
                    dd {
                        clock.value
                        if let note = clock.note {
                            small { note }
                        }
                    }
                }
                .attributes(.class("past"), when: clock.state == .pastLimit)
                .attributes(.class("unknown"), when: clock.state == .notCheckable)
            }
        }
    }
}
