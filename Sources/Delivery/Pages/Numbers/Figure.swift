import HTML

/// A number on a page: how many children, and the way to them for those who may open it.
package enum Figure: Sendable {
    /// The count; nil for readers who see numbers only.
    case shown(Int, href: String? = nil)
    /// There was nothing to say it of: a share of nobody.
    case nothing
    /// From 1 to 4, or what would give such a number away.
    case hidden
    /// What is loaded cannot answer: never a nought.
    case notCheckable

    var words: String {
        switch self {
        case .shown(let count, _): "\(Grouped(count))"
        case .nothing: "none counted"
        case .hidden: "hidden"
        case .notCheckable: "not checkable"
        }
    }

    var href: String? {
        if case .shown(_, let href) = self { href } else { nil }
    }

    var isNought: Bool {
        if case .shown(0, _) = self { true } else { false }
    }
}

struct FigureView: HTML {
    let figure: Figure
    /// What is counted, for those who hear the link without its row: "Unseen, children now".
    let counted: String

    var body: some HTML {
        if let href = figure.href {
            a(.href(href), .class("figure")) {
                figure.words
                span(.class("read-aloud")) { ": \(counted)" }
            }
        } else {
            span(.class("figure")) { figure.words }
        }
    }
}
