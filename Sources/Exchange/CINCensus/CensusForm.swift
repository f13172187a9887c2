import WorkingDays

/// How the census of one year is written: its days, and which groups and codes existed then.
package struct CensusForm: Sendable {
    /// 31 March at the end of the year.
    package let referenceDay: Day
    /// 1 April.
    package let yearStart: Day

    package init(referenceDay: Day) {
        self.referenceDay = referenceDay
        yearStart = referenceDay.adding(months: -12) + 1
    }

    /// The `Year` of the header: the one the census year ends in.
    var year: Int { referenceDay.year }

    // Source: NOTES 1.2, from the differences between the years' schemas.
    var hasInNeedPlans: Bool { year >= 2022 }
    var hasSex: Bool { year >= 2025 }
    var hasPreProceedings: Bool { year >= 2027 }

    /// `Sex` holds letters; `GenderCurrent` held numbers.
    func sex(_ code: String?) -> String {
        if hasSex { return code ?? "U" }
        return switch code {
        case "M": "1"
        case "F": "2"
        case "U": "0"
        default: "9"
        }
    }

    /// The code itself, or the nearest one the year had.
    func closureReason(_ code: String) -> String { code == "RC9" && year < 2023 ? "RC8" : code }

    func referralSource(_ code: String) -> String { code == "5D" && year < 2023 ? "5B" : code }

    func factor(_ code: String) -> String {
        switch code {
        case "24A" where year < 2022: "20"
        case "18B" where year < 2021, "18C" where year < 2021: "18A"
        case "19B" where year < 2021, "19C" where year < 2021: "19A"
        default: code
        }
    }

    func contains(_ day: Day) -> Bool { day >= yearStart && day <= referenceDay }

    /// The day, unless it lies after the reference day and so is not known yet.
    func known(_ day: Day?) -> Day? { day.flatMap { $0 <= referenceDay ? $0 : nil } }

    /// Whether something that began and perhaps ended was open, or began, in the year.
    func touches(_ began: Day, _ ended: Day?) -> Bool {
        began <= referenceDay && (ended.map { $0 >= yearStart } ?? true)
    }
}
