import HTML

/// The three counts, kept apart and never added.
package struct ThreeCounts: Sendable {
    package var unsafeNow: Tally
    package var atPotentialRisk: Tally
    package var dutiesOverdue: Tally

    package init(unsafeNow: Tally, atPotentialRisk: Tally, dutiesOverdue: Tally) {
        self.unsafeNow = unsafeNow
        self.atPotentialRisk = atPotentialRisk
        self.dutiesOverdue = dutiesOverdue
    }
}

/// A number that opens onto the children it counts, and what it is made of.
package struct Tally: Sendable {
    package var figure: Figure
    /// "unseen 6, undecided 5".
    package var detail: String

    package init(figure: Figure, detail: String) {
        self.figure = figure
        self.detail = detail
    }
}

struct ThreeCountsView: HTML {
    let counts: ThreeCounts
    let frame: Frame

    var body: some HTML {
        ul(.class("counts")) {
            TallyView(tally: counts.unsafeNow, words: "unsafe now", standing: .unsafeNow, frame: frame)
            TallyView(
                tally: counts.atPotentialRisk, words: "left at potential risk", standing: .atPotentialRisk,
                frame: frame)
            TallyView(tally: counts.dutiesOverdue, words: "duties overdue", standing: .overdue, frame: frame)
        }
    }
}

private struct TallyView: HTML {
    let tally: Tally
    let words: String
    let standing: Standing
    let frame: Frame

    var body: some HTML {
        li {
            if let href = tally.figure.href {
                a(.class("tally"), .class(standing.mark), .href(href)) { inside }
            } else {
                div(.class("tally"), .class(standing.mark)) { inside }
            }
        }
    }

    @HTMLBuilder
    private var inside: some HTML {
        strong { tally.figure.words }
        " "
        span(.class("of")) { words }
        small { detail }
    }

    /// A nought on an old or unfinished load is the one number that could be read as clear.
    private var detail: String {
        tally.figure.isNought && frame.doubt != nil ? "may not be read as clear" : tally.detail
    }
}
