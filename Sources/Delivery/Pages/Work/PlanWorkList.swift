import HTML

/// One thing an improvement plan waits for from the reader.
package struct PlanWorkItem: Sendable {
    package var link: Link
    package var due: String
    package var isOverdue: Bool

    package init(link: Link, due: String, isOverdue: Bool) {
        self.link = link
        self.due = due
        self.isOverdue = isOverdue
    }
}

struct PlanWorkList: HTML {
    let items: [PlanWorkItem]

    var body: some HTML {
        if !items.isEmpty {
            h2 { "Improvement plans wait for you" }
            ul {
                for item in items {
                    li {
                        a(.href(item.link.href)) { item.link.words }
                        ", due \(item.due). "
                        StatusTags(tags: item.isOverdue ? [StatusTag(words: "Overdue", tone: .red)] : [])
                    }
                }
            }
        }
    }
}
