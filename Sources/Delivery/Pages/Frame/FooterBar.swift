import HTML

/// The foot of every page: how much could not be checked.
struct FooterBar: HTML {
    let frame: Frame

    var body: some HTML {
        footer(.class("foot")) {
            div(.class("wrap")) {
                if let unanswered = frame.unanswered {
                    p {
                        "\(unanswered.checks) of \(unanswered.of) checks cannot be answered "
                        "from what is loaded: "
                        a(.href(unanswered.href)) { "what Sightline cannot see" }
                        "."
                    }
                }
                p(.id("keys")) {}
                p { "Sightline shows what should be on record and is not." }
            }
        }
    }
}
