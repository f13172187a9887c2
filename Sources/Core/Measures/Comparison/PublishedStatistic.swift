/// One figure published of one council, region or of England for one year (Department for Education, year to 31 March).
package struct PublishedStatistic: Hashable, Sendable {
    package enum Level: String, Sendable {
        case council, region, national
    }

    package let year: Int
    package let level: Level
    /// A council's three-digit code, or a statistical code of nine letters and digits.
    package let code: String
    package let name: String
    /// Of a council: the name of its region.
    package let region: String
    package let numerator: Int?
    package let denominator: Int?
    /// As published, in tenths; nil where it was not published or was hidden.
    package let tenths: Int?

    package init(
        year: Int, level: Level, code: String, name: String, region: String, numerator: Int?, denominator: Int?,
        tenths: Int?
    ) {
        self.year = year
        self.level = level
        self.code = code
        self.name = name
        self.region = region
        self.numerator = numerator
        self.denominator = denominator
        self.tenths = tenths
    }
}
