import HTML

/// What a page rests on: whose record, as at when, and whether it may be relied on.
struct RestsOn: HTML {
    let frame: Frame

    var body: some HTML {
        section(.class("rests"), .aria("label", "What this page rests on")) {
            div(.class("asat")) {
                p(.class("wrap")) { words }
            }
            if frame.signedIn != nil, let warning = frame.freshness.warning {
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
        // NB: how old the record is, is nobody's business before they have signed in.
        guard frame.signedIn != nil else { return frame.council }
        return ["\(frame.council).", frame.asAt.map { "As at \($0)." }, frame.freshness.words]
            .compactMap(\.self).joined(separator: " ")
    }
}
