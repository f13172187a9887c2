import HTML

/// A page whose content has been rendered, to be shown again inside the frame of each request.
package struct KeptPage: Page {
    package let title: String
    package let section: MainSection?
    package let trail: [Link]
    package let refreshSeconds: Int?
    private let rendered: RenderedHTML

    /// `frame` gives the content its doubts; whoever keeps the page keeps those beside it.
    package init(_ page: some Page, in frame: Frame) {
        title = page.title
        section = page.section
        trail = page.trail
        refreshSeconds = page.refreshSeconds
        rendered = RenderedHTML(page.content(in: frame))
    }

    package func content(in frame: Frame) -> RenderedHTML { rendered }
}

extension Frame {
    /// What the content of a page may say differently because of the frame.
    package struct Doubts: Hashable, Sendable {
        private let doubt: String?
        private let unanswered: Unanswered?

        init(_ frame: Frame) {
            doubt = frame.doubt
            unanswered = frame.unanswered
        }
    }

    package var doubts: Doubts { Doubts(self) }
}
