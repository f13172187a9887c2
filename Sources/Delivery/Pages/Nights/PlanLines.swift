import HTML

/// What somebody who has never met a child needs tonight, in the order they ask.
package struct PlanLines: Sendable {
    package struct Line: Sendable {
        package var words: String
        package var value: String

        package init(_ words: String, _ value: String) {
            self.words = words
            self.value = value
        }
    }

    package var lines: [Line]
    /// Each thing missing now, with how long.
    package var missing: [String]

    package init(lines: [Line], missing: [String]) {
        self.lines = lines
        self.missing = missing
    }
}

struct PlanLinesView: HTML {
    let plan: PlanLines

    var body: some HTML {
        dl(.class("plan")) {
            for line in plan.lines {
                dt { line.words }
                dd { line.value }
            }
        }
    }
}
