import WorkingDays

/// Children picked to have their files read: how, from whom and by what chance, so that anybody can pick them again.
package struct CaseSample: EntryBody {
    package static var kind: RecordKind { .caseSample }

    package var on: Day
    /// What it is for: "Strategy discussions", "Look-back after the letter".
    package var purpose: String
    /// How the cases came about, as the method is stored: "simple-random", "chosen".
    package var method: String
    /// The audit tool its files are read with.
    package var tool: String
    /// What makes a child one of the frame, in words.
    package var frame: String
    package var frameAsOf: Day
    package var frameCount: Int
    package var exclusions: [SampleExclusion]
    /// Hexadecimal; nil for a chosen sample.
    package var seed: String?
    package var frameDigest: String?
    /// Which draw of the council's record it was; every draw counts, used or not. Nil for a chosen sample.
    package var draw: Int?
    /// In the order drawn, or as they were named.
    package var cases: [SampledCase]
    /// Who comes next where a case is replaced.
    package var reserve: [SampledCase]
    /// Whoever chose, and why; nil for a drawn sample.
    package var chosenBy: String?
    package var whyChosen: String?
    /// The inspection it belongs to.
    package var inspection: String?
    /// The sample whose question it asks again.
    package var reauditOf: String?
    /// The theme it was drawn for, by its id.
    package var theme: String?

    package init(
        on: Day, purpose: String, method: String, tool: String, frame: String, frameAsOf: Day, frameCount: Int,
        exclusions: [SampleExclusion] = [], cases: [SampledCase], reserve: [SampledCase] = []
    ) {
        self.on = on
        self.purpose = purpose
        self.method = method
        self.tool = tool
        self.frame = frame
        self.frameAsOf = frameAsOf
        self.frameCount = frameCount
        self.exclusions = exclusions
        self.cases = cases
        self.reserve = reserve
    }

    package var happenedOn: Day? { on }
    package var isChosen: Bool { chosenBy != nil }

    /// Samples are subjects of their own: they stand in no child's journey.
    package static func fold(_ record: Recorded<CaseSample>, into journey: inout Journey) {}
}

/// One child of a sample.
package struct SampledCase: Hashable, Codable, Sendable {
    /// The child's id with its source.
    package var child: String
    /// The group it was drawn within; empty where there are none.
    package var stratum: String
    /// The chance it had of being drawn, as decimal digits that give it back exactly; nil for a chosen case. Stored text has no
    /// numbers that are not whole.
    package var chanceDigits: String?

    package init(child: String, stratum: String = "", chance: Double? = nil) {
        self.child = child
        self.stratum = stratum
        chanceDigits = chance.map { String($0) }
    }

    private static let destroyedPrefix = "destroyed:"

    /// What stands for a child whose record was destroyed: a place, and nobody.
    package static func destroyed(at place: Int64) -> String { "\(destroyedPrefix)\(place)" }

    /// Whether the child's record was destroyed since: all that is kept is that there was a case.
    package var isDestroyed: Bool { child.hasPrefix(Self.destroyedPrefix) }

    /// Above 0 and at most 1.
    package var chance: Double? { chanceDigits.flatMap { Double($0) } }
}

/// Children left out of a frame, and why.
package struct SampleExclusion: Hashable, Codable, Sendable {
    package var words: String
    package var children: Int

    package init(words: String, children: Int) {
        self.words = words
        self.children = children
    }
}
