import WorkingDays

/// Papers for those who oversee a council: figures and words as they stood when it was made. Made once and never worked out again.
///
/// It holds what its readers may see and nothing else: a pack for members holds no number that is hidden from them.
package struct Pack: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case committee
        case referenceGroup = "reference-group"
        case team, branch
        /// The director's one page: true numbers, for those who may open children.
        case director

        package var words: String {
            switch self {
            case .committee: "Committee pack"
            case .referenceGroup: "Reference group pack"
            case .team: "Team pack"
            case .branch: "Branch pack"
            case .director: "Director's page"
            }
        }

        /// Whether members and partners may ever read one.
        package var isForMembers: Bool { self != .director }
        /// Whether it is about one team or branch.
        package var isOfATeam: Bool { self == .team || self == .branch }
    }

    package var kind: Kind
    package var title: String
    /// The day it was asked for, and the last day its measures go to.
    package var asOf: Day
    package var to: Day
    /// Who is counted: "3,000 children of 1 source, restricted ones counted and not named".
    package var frame: String
    /// How many entries the council's chain had.
    package var sequence: Int64
    package var sections: [Section]

    package init(kind: Kind, title: String, asOf: Day, to: Day, frame: String, sequence: Int64, sections: [Section]) {
        self.kind = kind
        self.title = title
        self.asOf = asOf
        self.to = to
        self.frame = frame
        self.sequence = sequence
        self.sections = sections
    }

    package struct Section: Hashable, Sendable, Codable {
        package var heading: String
        package var paragraphs: [String] = []
        package var items: [String] = []
        package var tables: [Table] = []
        package var runs: [Run] = []
        package var funnels: [Funnel] = []
        /// Drawn on the page alone, under one heading that opens: elsewhere their points stand in one table.
        package var furtherRuns: [Run]?
        package var furtherFunnels: [Funnel]?

        package init(_ heading: String, _ paragraphs: [String] = []) {
            self.heading = heading
            self.paragraphs = paragraphs
        }
    }

    package struct Table: Hashable, Sendable, Codable {
        package var caption: String
        package var columns: [String]
        package var rows: [[String]]

        package init(caption: String, columns: [String], rows: [[String]]) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    /// Twelve points in time. Values in tenths; nil where one is hidden or there is nothing to say it of.
    package struct Run: Hashable, Sendable, Codable {
        package var id: String
        package var title: String
        package var isPercent: Bool
        package var months: [String]
        package var values: [Int?]
        /// What each point is, in words: "22.4% (47 of 210)", "hidden", "nothing to count".
        package var words: [String]
        package var centre: Int?
        package var lower: Int?
        package var upper: Int?
        /// Of each point, what it shows beyond chance; empty where nothing.
        package var signals: [String]
        package var england: Int?
        package var similar: Int?
        package var comparedYear: Int?
        /// What actions of improvement plans are to reach; nil in a pack made before they were drawn.
        package var targets: [Target]?

        package init(
            id: String, title: String, isPercent: Bool, months: [String], values: [Int?], words: [String],
            centre: Int? = nil, lower: Int? = nil, upper: Int? = nil, signals: [String], england: Int? = nil,
            similar: Int? = nil, comparedYear: Int? = nil, targets: [Target]? = nil
        ) {
            self.id = id
            self.title = title
            self.isPercent = isPercent
            self.months = months
            self.values = values
            self.words = words
            self.centre = centre
            self.lower = lower
            self.upper = upper
            self.signals = signals
            self.england = england
            self.similar = similar
            self.comparedYear = comparedYear
            self.targets = targets
        }

        package struct Target: Hashable, Sendable, Codable {
            package var tenths: Int
            package var byOn: Day

            package init(tenths: Int, byOn: Day) {
                self.tenths = tenths
                self.byOn = byOn
            }
        }
    }

    package struct Funnel: Hashable, Sendable, Codable {
        package var id: String
        package var title: String
        /// Tenths of a per cent.
        package var common: Int
        package var teams: [Place]
        package var curve: [Limit]

        package init(id: String, title: String, common: Int, teams: [Place], curve: [Limit]) {
            self.id = id
            self.title = title
            self.common = common
            self.teams = teams
            self.curve = curve
        }

        package struct Place: Hashable, Sendable, Codable {
            package var name: String
            package var numerator: Int
            package var denominator: Int
            package var tenths: Int
            package var words: String

            package init(name: String, numerator: Int, denominator: Int, tenths: Int, words: String) {
                self.name = name
                self.numerator = numerator
                self.denominator = denominator
                self.tenths = tenths
                self.words = words
            }
        }

        package struct Limit: Hashable, Sendable, Codable {
            package var size: Int
            package var low95: Int
            package var high95: Int
            package var low998: Int
            package var high998: Int

            package init(size: Int, low95: Int, high95: Int, low998: Int, high998: Int) {
                self.size = size
                self.low95 = low95
                self.high95 = high95
                self.low998 = low998
                self.high998 = high998
            }
        }
    }
}

/// A pack that is kept.
package struct KeptPack: Hashable, Sendable {
    package var number: Int64
    package var pack: Pack
    package var madeBy: String
    package var madeAt: Moment
    /// SHA-256 of the stored text.
    package var digest: [UInt8]
    package var release: Release?

    package struct Release: Hashable, Sendable {
        package var by: String
        package var at: Moment

        package init(by: String, at: Moment) {
            self.by = by
            self.at = at
        }
    }

    package init(
        number: Int64, pack: Pack, madeBy: String, madeAt: Moment, digest: [UInt8], release: Release? = nil
    ) {
        self.number = number
        self.pack = pack
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.digest = digest
        self.release = release
    }
}
