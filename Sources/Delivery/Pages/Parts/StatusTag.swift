import HTML

/// A child's standing with the council, as a tag: "Protection plan: neglect".
package struct StatusTag: Sendable {
    /// The colour of the tag; its words say the same.
    package enum Tone: String, Sendable { case care, plan, need, plain, closed, gone, red, amber }

    package var words: String
    package var tone: Tone

    package init(words: String, tone: Tone = .plain) {
        self.words = words
        self.tone = tone
    }

    /// A fact the source once held and no longer does.
    package static let noLongerInSource = StatusTag(words: "No longer in the source", tone: .gone)
}

/// Tags are status, never links.
struct StatusTags: HTML {
    let tags: [StatusTag]

    var body: some HTML {
        for tag in tags {
            span(.class("tag \(tag.tone.rawValue)")) { tag.words }
            " "
        }
    }
}
