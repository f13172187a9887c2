import HTML

/// A child's page whose record has been rendered, to be shown again with those who have looked since.
package struct KeptChildPage: Page {
    package let title: String
    package let section: MainSection?
    package let trail: [Link]
    private let record: RenderedHTML
    package var looks: [Look]
    private let allLooksHref: String?

    /// `frame` gives the record its doubts; whoever keeps the page keeps those beside it.
    package init(_ page: ChildPage, in frame: Frame) {
        title = page.title
        section = page.section
        trail = page.trail
        record = RenderedHTML(ChildRecordView(page: page, frame: frame))
        looks = page.looks
        allLooksHref = page.allLooksHref
    }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        record
        WhoHasLooked(looks: looks, allLooksHref: allLooksHref)
    }
}
