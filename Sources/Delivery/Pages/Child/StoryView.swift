import HTML

struct StoryView: HTML {
    let story: Story

    var body: some HTML {
        section(.class("story-of"), .aria("labelledby", "story")) {
            h2(.id("story")) { story.heading }
            if !story.links.isEmpty {
                p(.class("actions tools")) {
                    for link in story.links {
                        a(.href(link.href)) { link.words }
                        " "
                    }
                }
            }
            div(.class("tools")) { FilterBar(filters: story.filters, words: "Filter the story") }
            if story.entries.isEmpty {
                p { "Nothing recorded that these filters would show." }
            }
            ol(.class("story")) {
                for entry in story.entries {
                    StoryItem(entry: entry)
                }
            }
            PositionBar(position: story.position)
        }
    }
}

private struct StoryItem: HTML {
    let entry: StoryEntry

    var body: some HTML {
        li {
            p(.class("when")) {
                time(.datetime(entry.isoDate)) { entry.date }
                if let writtenUp = entry.writtenUp {
                    ", \(writtenUp)"
                }
            }
            p {
                if let whose = entry.whose {
                    strong { bdi { whose } }
                    ": "
                }
                if let href = entry.href {
                    a(.href(href)) { entry.kind }
                } else {
                    strong { entry.kind }
                }
                ". \(entry.words)"
            }
            if let quotation = entry.quotation {
                blockquote { p { quotation } }
            }
            for dispute in entry.disputes {
                p(.class("disputed")) { dispute }
            }
            if entry.isNoLongerInSource {
                p { StatusTags(tags: [.noLongerInSource]) }
            }
        }
        .attributes(.class("gap"), when: entry.isGap)
    }
}
