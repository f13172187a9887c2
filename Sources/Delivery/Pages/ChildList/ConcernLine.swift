/// One thing missing for a child, as a line in a list.
package struct ConcernLine: Sendable {
    package var kind: KindIcon
    package var standing: Standing
    /// "act today", "this week", "watch"; nil where the level says nothing here.
    package var level: String?
    /// "Last seen Tue 3 Nov 2026. Her plan says every 10 working days; that was Tue 17 Nov 2026."
    package var sentence: String
    package var whyHref: String
    /// "Clears when her social worker sees her."
    package var clears: String
    /// "4 days over", "1 h 50 min left".
    package var over: String
    /// "Acknowledged by R. Ahmed at 07:20", "Delay explained: taking exams".
    package var marks: [String]
    /// The source no longer holds what this rests on; it stands until somebody records why.
    package var isNoLongerInSource: Bool
    /// Where to record what clears it: "Record visit".
    package var action: Link?
    /// Where to say why it is late.
    package var delay: Link?

    package init(
        kind: KindIcon, standing: Standing, level: String? = nil, sentence: String, whyHref: String,
        clears: String, over: String, marks: [String] = [], isNoLongerInSource: Bool = false,
        action: Link? = nil
    ) {
        self.kind = kind
        self.standing = standing
        self.level = level
        self.sentence = sentence
        self.whyHref = whyHref
        self.clears = clears
        self.over = over
        self.marks = marks
        self.isNoLongerInSource = isNoLongerInSource
        self.action = action
    }
}
