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

/// A number that opens onto the children it counts.
package struct Tally: Sendable {
    package var count: Int
    package var href: String
    /// What it is made of: "unseen 6, undecided 5".
    package var detail: String

    package init(count: Int, href: String, detail: String) {
        self.count = count
        self.href = href
        self.detail = detail
    }
}

struct ThreeCountsView: HTML {
    let counts: ThreeCounts
    let frame: Frame

    var body: some HTML {
        ul(.class("counts")) {
            tally(counts.unsafeNow, words: "unsafe now", mark: .unsafeNow)
            tally(counts.atPotentialRisk, words: "left at potential risk", mark: .atPotentialRisk)
            tally(counts.dutiesOverdue, words: "duties overdue", mark: .overdue)
        }
    }

    private func tally(_ tally: Tally, words: String, mark: Standing) -> some HTML {
        li {
            a(.class(mark.mark), .href(tally.href)) {
                strong { "\(Grouped(tally.count))" }
                " "
                span(.class("of")) { words }
                small { tally.count == 0 && !frame.mayReadAsClear ? "may not be read as clear" : tally.detail }
            }
        }
    }
}
