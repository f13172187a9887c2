import HTML

/// What an empty list says.
///
/// "Safe" and "no concerns" are never said, since a check that could not be made finds nothing either. Where
/// the load is old, unfinished or missing, not even "nothing found" is said.
struct NothingFound: HTML {
    let holding: ChildList.Holding
    let isFiltered: Bool
    let frame: Frame
    /// Why this child in particular may not be read as clear.
    var childDoubt: String? = nil

    var body: some HTML {
        div(.class("empty")) {
            if let doubt = childDoubt ?? frame.doubt {
                p { strong { "Nothing is shown here, and that may not be read as clear." } }
                p { doubt }
            } else if isFiltered {
                p { strong { "Nothing found with these filters." } }
                p { "Take a filter off to see the rest." }
            } else {
                p { strong { found } }
                if let unanswered = frame.unanswered {
                    p {
                        "\(unanswered.checks) of \(unanswered.of) checks could not be made: "
                        a(.href(unanswered.href)) { "what Sightline cannot see" }
                        "."
                    }
                }
            }
        }
    }

    private var found: String {
        switch holding {
        case .standing: "Nothing found missing in what was checked."
        case .ahead: "Nothing found that falls due in the next 14 days, in what was checked."
        case .backlog: "Nothing found in the backlog, in what was checked."
        case .cleared: "Nothing was cleared in this time."
        }
    }
}
