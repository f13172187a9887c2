import HTML

/// Where a page of a list stands in the whole of it.
package struct ListPosition: Sendable {
    package var first: Int
    package var last: Int
    package var total: Int
    /// "most urgent first".
    package var order: String
    package var previousHref: String?
    package var nextHref: String?

    package init(
        first: Int, last: Int, total: Int, order: String, previousHref: String? = nil,
        nextHref: String? = nil
    ) {
        self.first = first
        self.last = last
        self.total = total
        self.order = order
        self.previousHref = previousHref
        self.nextHref = nextHref
    }
}

struct PositionBar: HTML {
    let position: ListPosition

    var body: some HTML {
        if position.total > 0 {
            nav(.class("position"), .aria("label", "Pages of this list")) {
                p { "\(Grouped(position.first)) to \(Grouped(position.last)) of \(words)" }
                if position.previousHref != nil || position.nextHref != nil {
                    ul {
                        if let previous = position.previousHref {
                            li { a(.href(previous), .rel("prev")) { "Previous page" } }
                        }
                        if let next = position.nextHref {
                            li { a(.href(next), .rel("next")) { "Next page" } }
                        }
                    }
                }
            }
        }
    }

    private var words: String { "\(Grouped(position.total)), \(position.order)" }
}
