import HTML

/// The children behind one number.
package struct DrillDownPage: Page {
    /// What is counted: "Unseen, Protection East".
    package var heading: String
    /// "6 children on Sat 21 Nov 2026, each with at least one concern of this kind."
    package var counted: String
    package var filters: FilterForm
    package var list: ChildList
    package var downloadHref: String?

    package init(
        heading: String, counted: String, filters: FilterForm, list: ChildList,
        downloadHref: String? = nil
    ) {
        self.heading = heading
        self.counted = counted
        self.filters = filters
        self.list = list
        self.downloadHref = downloadHref
    }

    package var title: String { heading }
    package var section: MainSection? { .numbers }
    package var trail: [Link] { [Link(words: "Numbers", href: MainSection.numbers.path)] }

    package func content(in frame: Frame) -> some HTML {
        DrillDownView(page: self, frame: frame)
    }
}

struct DrillDownView: HTML {
    let page: DrillDownPage
    let frame: Frame

    var body: some HTML {
        h1 { page.heading }
        p(.class("lede")) { page.counted }
        ListTools(filters: page.filters, downloadHref: page.downloadHref)
        ChildListView(list: page.list, frame: frame)
    }
}
