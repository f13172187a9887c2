import WorkingDays

/// The standards a council is held to: those shipped, with the council's own numbers in place of local ones.
package struct Limits: Sendable {
    private let standards: [LimitID: [Standard]]

    /// Several standards may share an id when they were in force at different times. An override of a standard that
    /// is not the council's to set is ignored; `refused` names it.
    package init(_ shipped: [Standard], overrides: [LimitID: Int] = [:]) {
        var byID: [LimitID: [Standard]] = [:]
        var refused: [LimitID] = []
        for standard in shipped {
            guard let number = overrides[standard.id] else {
                byID[standard.id, default: []].append(standard)
                continue
            }
            if !standard.isCouncilsToSet { refused.append(standard.id) }
            byID[standard.id, default: []].append(standard.isCouncilsToSet ? standard.with(number) : standard)
        }
        self.standards = byID
        self.refused = refused
    }

    /// Ids a council tried to override and may not.
    package let refused: [LimitID]

    package var all: [Standard] {
        standards.values.flatMap { $0 }.sorted { $0.id.text < $1.id.text }
    }

    package func has(_ id: LimitID) -> Bool { standards[id] != nil }

    /// Every standard of one id, whenever it was in force.
    func standards(_ id: LimitID) -> [Standard] { standards[id] ?? [] }

    /// The standard in force on the day a clock started; the earliest one known when the day is before them all, so
    /// that an old record is still held to something. Nil for an id nobody shipped.
    package func standard(_ id: LimitID, on day: Day) -> Standard? {
        guard let rows = standards[id] else { return nil }
        return rows.first { $0.inForce.contains(day) } ?? rows.min { $0.inForce.from < $1.inForce.from }
    }

    /// Nil unless the standard was in force on the day.
    package func allowance(_ id: LimitID, on day: Day) -> Allowance? {
        standards[id]?.first { $0.inForce.contains(day) }?.allowance
    }

    /// The allowance, whatever the day: for limits of the council's own that have no dates.
    package func allowance(_ id: LimitID) -> Allowance {
        guard let allowance = standards[id]?.first?.allowance else {
            preconditionFailure("no limit called \(id) is shipped")
        }
        return allowance
    }

    /// A number of children rather than a length of time.
    package func count(_ id: LimitID) -> Int {
        guard let count = standards[id]?.first?.count else { preconditionFailure("no count called \(id) is shipped") }
        return count
    }
}

extension Standard {
    /// The same standard with a council's own number.
    fileprivate func with(_ number: Int) -> Standard {
        let length: Allowance.Length? = allowance.map { allowance in
            switch allowance.length {
            case .hours: .hours(number)
            case .calendarDays: .calendarDays(number)
            case .workingDays: .workingDays(number)
            case .weeks: .weeks(number)
            case .months: .months(number)
            }
        }
        return Standard(
            id: id, title: title,
            allowance: length.map { Allowance($0, startDayIsDayOne: allowance?.startDayIsDayOne ?? false) },
            count: count == nil ? nil : number, standing: .localPractice, source: "Set by the council",
            verification: verification, inForce: inForce)
    }
}
