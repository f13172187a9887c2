import HTML

/// One thing missing: its kind, its sentence, what clears it and how long it is over.
struct ConcernItem: HTML {
    let concern: ConcernLine
    /// Said after "Why" for those who hear the page, where twenty links of one word are no use.
    let childName: String

    var body: some HTML {
        li(.class("concern"), .class(concern.standing.mark)) {
            kindAndStanding
            div(.class("what")) {
                p {
                    concern.sentence
                    " "
                    a(.href(concern.whyHref), .class("why")) {
                        "Why"
                        span(.class("read-aloud")) {
                            " \(childName) is shown as \(concern.kind.word.lowercased())"
                        }
                    }
                }
                p(.class("clears")) { concern.clears }
                if !concern.marks.isEmpty || concern.isNoLongerInSource {
                    marks
                }
            }
            div(.class("reckoning")) {
                p(.class("over")) { concern.over }
                if let action = concern.action {
                    a(.class("button quiet"), .href(action.href)) {
                        action.words
                        span(.class("read-aloud")) { " for \(childName)" }
                    }
                }
                if let delay = concern.delay {
                    p(.class("delay")) {
                        a(.href(delay.href)) {
                            delay.words
                            span(.class("read-aloud")) { ": \(concern.sentence)" }
                        }
                    }
                }
            }
        }
    }

    private var kindAndStanding: some HTML {
        div(.class("kind")) {
            KindMark(kind: concern.kind)
            div {
                p(.class("word")) {
                    concern.standing == .unsafeNow ? Standing.unsafeNow.words : concern.kind.word
                }
                p(.class("level")) { levelWords }
            }
        }
    }

    private var levelWords: String {
        let standing = concern.standing == .unsafeNow ? concern.kind.word : concern.standing.words
        return [standing, concern.level].compactMap(\.self).joined(separator: ", ")
    }

    private var marks: some HTML {
        p(.class("marks")) {
            if concern.isNoLongerInSource {
                StatusTags(tags: [.noLongerInSource])
            }
            for mark in concern.marks {
                span { mark }
                " "
            }
        }
    }
}
