import HTML

/// What narrows a list: kept in the address, shown as chips that can be taken off, and needing no JavaScript.
package struct FilterForm: Sendable {
    /// One filter in force: "Team: Assessment North", and the address without it.
    package typealias Chip = Link

    package var action: String
    package var fields: [FilterField]
    package var chips: [Chip]
    /// What else the address holds and must keep, such as the tab.
    package var kept: [(name: String, value: String)]
    /// Without any filter; nil when none is in force.
    package var clearHref: String?

    package init(
        action: String, fields: [FilterField], chips: [Chip] = [],
        kept: [(name: String, value: String)] = [], clearHref: String? = nil
    ) {
        self.action = action
        self.fields = fields
        self.chips = chips
        self.kept = kept
        self.clearHref = clearHref
    }
}

/// One choice in a filter form.
package struct FilterField: Sendable {
    package var name: String
    package var words: String
    package var options: [FilterOption]
    /// What it says when nothing is chosen.
    package var anyWords: String
    package var look: Look

    package enum Look: Sendable {
        /// One of the options, or none.
        case list
        /// Any number of them.
        case boxes
        /// Typed, with what was typed last.
        case words(String)
    }

    package init(
        name: String, words: String, options: [FilterOption] = [], anyWords: String = "Any", look: Look = .list
    ) {
        self.look = look
        self.name = name
        self.words = words
        self.options = options
        self.anyWords = anyWords
    }
}

/// One value a filter can take.
package struct FilterOption: Sendable {
    package var value: String
    package var words: String
    package var isChosen: Bool

    package init(value: String, words: String, isChosen: Bool = false) {
        self.value = value
        self.words = words
        self.isChosen = isChosen
    }
}
