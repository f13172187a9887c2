import HTML

/// What can be done with a list: narrow it, take it away.
struct ListTools: HTML {
    let filters: FilterForm
    let downloadHref: String?

    var body: some HTML {
        div(.class("tools")) {
            FilterBar(filters: filters)
            if let downloadHref {
                p(.class("take")) { a(.href(downloadHref)) { "Download this list (CSV)" } }
            }
        }
    }
}
