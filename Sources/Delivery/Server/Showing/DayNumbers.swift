import AccessRules
import Concerns
import RecordKeeping
import WorkingDays

/// Every number of a council on one day, as counted.
struct DayNumbers {
    let day: Day
    /// Children left at potential risk.
    let atRisk: Int
    /// Concerns that leave nobody at potential risk.
    let overdue: Int
    /// Children with a concern of the kind.
    let byKind: [ConcernKind: Int]
    /// Children with the concern; nil where this reader needs no counts by concern for the day.
    let byCode: [ConcernCode: Int]?

    /// The numbers of each day; counts by concern for those in `detailed` only.
    static func read(
        _ days: [Day], detailed: Set<Day>, from store: any RecordStore, _ access: Access
    ) async throws -> [DayNumbers] {
        let risk = try await store.trend(.potentialRisk, on: days, access: access)
        let overdue = try await store.trend(.dutiesOverdue, on: days, access: access)
        var kinds = Array(repeating: [ConcernKind: Int](), count: days.count)
        for kind in ConcernKind.allCases {
            let counts = try await store.trend(.kind(kind), on: days, access: access)
            for (place, count) in counts.enumerated() { kinds[place][kind] = count }
        }
        var numbers: [DayNumbers] = []
        for (place, day) in days.enumerated() {
            let codes = detailed.contains(day) ? try await store.countsByCode(on: day, access: access) : nil
            numbers.append(
                DayNumbers(day: day, atRisk: risk[place], overdue: overdue[place], byKind: kinds[place], byCode: codes))
        }
        return numbers
    }
}

/// The same numbers as one reader may see them.
struct ShownNumbers {
    let atRisk: SuppressedFigure
    let overdue: SuppressedFigure
    let byKind: [ConcernKind: SuppressedFigure]
    let byCode: [ConcernCode: SuppressedFigure]

    /// For those who may see every number.
    init(_ numbers: DayNumbers) {
        atRisk = .shown(numbers.atRisk)
        overdue = .shown(numbers.overdue)
        byKind = numbers.byKind.mapValues { .shown($0) }
        byCode = (numbers.byCode ?? [:]).mapValues { .shown($0) }
    }

    /// For those who see numbers only. A count that holds a hidden one is hidden with it: a kind with any of its
    /// concerns, and the counts over all kinds with any kind. Days are treated alike, so that two taken together give
    /// away no more than each does.
    init(hiding numbers: DayNumbers, catalogue: [CatalogueRow]) {
        let counts = numbers.byCode ?? [:]
        byCode = counts.mapValues(Suppression.figure)
        var kinds: [ConcernKind: SuppressedFigure] = [:]
        for kind in ConcernKind.allCases {
            let parts = catalogue.filter { $0.kind == kind && $0.inToday }.map { counts[$0.code] ?? 0 }
            kinds[kind] = ShownNumbers.figure(numbers.byKind[kind] ?? 0, holding: Suppression.figures(parts).total)
        }
        byKind = kinds
        let risky = ConcernKind.allCases.filter(\.leavesAtPotentialRisk)
        let riskHides = risky.contains { kinds[$0] == .hidden }
        atRisk = ShownNumbers.figure(numbers.atRisk, holding: riskHides ? .hidden : .shown(0))
        let anyHides = kinds.values.contains(.hidden) || atRisk == .hidden
        overdue = ShownNumbers.figure(numbers.overdue, holding: anyHides ? .hidden : .shown(0))
    }

    private static func figure(_ count: Int, holding parts: SuppressedFigure) -> SuppressedFigure {
        // NB: where nothing is counted nothing is held either, and a nought gives nobody away.
        count > 0 && parts == .hidden ? .hidden : Suppression.figure(count)
    }
}
