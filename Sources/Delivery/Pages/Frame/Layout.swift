import HTML

/// The page as a whole: what stands above, around and below every page's own content.
struct Layout<Shown: Page>: HTMLDocument {
    let page: Shown
    let frame: Frame

    var title: String { "\(page.title) - Sightline" }
    let lang = "en-GB"

    @HTMLBuilder
    var head: some HTML {
        link(.rel("stylesheet"), .href(frame.assets.styleSheet))
        script(.src(frame.assets.script), .defer)
        if let seconds = page.refreshSeconds {
            noscript { meta(.refresh, .content("\(seconds)")) }
        }
    }

    @HTMLBuilder
    var body: some HTML {
        KindSymbols()
        a(.class("skip"), .href("#main")) { "Skip to main content" }
        HeaderBar(frame: frame, section: page.section)
        RestsOn(frame: frame)
        FlagAlarms(count: frame.flagAlarms)
        AccountsWaiting(count: frame.accountsWaiting)
        if !page.trail.isEmpty {
            Breadcrumbs(trail: page.trail)
        }
        main(.id("main"), .class("wrap"), .tabindex(-1)) {
            page.content(in: frame)
        }
        FooterBar(frame: frame)
    }
}
