import HTML

/// What a page rests on: whose record, as at when, and whether it may be relied on.
struct RestsOn: HTML {
    let frame: Frame

    var body: some HTML {
        section(.class("rests"), .aria("label", "What this page rests on")) {
            div(.class("asat")) {
                p(.class("wrap")) { words }
            }
            if let warning = frame.freshness.warning {
                div(.class("banner warn")) {
                    p(.class("wrap")) { strong { warning } }
                }
            }
            if let underway = frame.underway {
                div(.class("banner")) {
                    p(.class("wrap")) {
                        a(.href(underway.href)) { underway.words }
                        ". Until it is finished, what is shown may be incomplete."
                    }
                }
            }
        }
    }

    private var words: String {
        let opening = "\(frame.council). As at \(frame.asAt)."
        guard let freshness = frame.freshness.words else { return opening }
        return opening + " " + freshness
    }
}
