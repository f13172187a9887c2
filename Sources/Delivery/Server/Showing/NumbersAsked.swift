import AccessRules
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// The numbers of a council for one reader: read once, and shown as a page, as a file or as JSON.
struct NumbersAsked {
    static let months = 24

    let day: Day
    /// Whether the numbers are of now, and not of a day that is over.
    let isNow: Bool
    /// The 12 months up to and including the day.
    let year: Period
    /// Children by concern that began in the year.
    let began: [ConcernCode: SuppressedFigure]
    /// Month ends, oldest first.
    let monthEnds: [Day]
    let today: ShownNumbers
    let trend: [ShownNumbers]
    let teams: [(team: String?, figure: SuppressedFigure)]
    let names: Names
    let service: [ServiceConcern]
    let sight: Sight
    let catalogue: [CatalogueRow]
    /// Small numbers are hidden, and none opens onto children.
    let isSuppressed: Bool

    /// `past` is a day that is over. Whoever sees numbers only is shown today's: two days taken together could give
    /// away one child.
    init(_ live: Live, _ access: Access, on past: Day? = nil) async throws {
        catalogue = live.catalogue
        isSuppressed = access.who.role.seesSuppressedNumbers
        if past != nil, isSuppressed { throw AccessRefusal.notForThisRole(access.who.role, .drillDown) }
        day = past ?? live.today
        isNow = day == live.today
        year = NumbersAsked.year(upTo: day)
        let begun = try await live.store.countsByCode(beganIn: year, access: access)
        began = begun.mapValues(isSuppressed ? Suppression.figure : SuppressedFigure.shown)
        monthEnds = NumbersAsked.monthEnds(upTo: day, count: NumbersAsked.months)
        let days = monthEnds + [day]
        let detailed = isSuppressed ? Set(days) : [day]
        let counted = try await DayNumbers.read(days, detailed: detailed, from: live.store, access)
        let (catalogue, isSuppressed) = (catalogue, isSuppressed)
        let shown = counted.map {
            isSuppressed ? ShownNumbers(hiding: $0, catalogue: catalogue) : ShownNumbers($0)
        }
        trend = Array(shown.dropLast())
        guard let last = shown.last else { preconditionFailure("There is always a number for the day itself.") }
        today = last
        teams = try await NumbersAsked.teams(live.store, day, access)
        names = Names(try await live.store.setting(of: live.council)?.setting.workforce)
        service = isNow ? try await live.store.serviceConcerns(access: access) : []
        sight = try await live.sight()
    }

    static func year(upTo day: Day) -> Period { Period(from: day.adding(months: -12) + 1, until: day) }

    /// The rows of the catalogue that are about children, not about workers and teams.
    var aboutChildren: [CatalogueRow] {
        catalogue.filter { $0.code != CaseloadOver.code && $0.code != ThresholdsInconsistent.code }
    }

    /// Whether any check can be made at all.
    var answersAny: Bool { ConcernKind.allCases.contains { sight.answers($0, in: catalogue) } }

    /// The last day of each of the months that are over by `day`, oldest first.
    static func monthEnds(upTo day: Day, count: Int) -> [Day] {
        let (year, month, _) = (day + 1).civil
        guard let first = Day(year: year, month: month, day: 1) else { return [] }
        return (0..<count).reversed().map { first.adding(months: -$0) - 1 }
    }

    /// Children on the list of now by the team that holds them, and those no team holds.
    private static func teams(
        _ store: any RecordStore, _ day: Day, _ access: Access
    ) async throws -> [(String?, SuppressedFigure)] {
        let byTeam = try await store.countsByTeam(.now, on: day, access: access)
        let all = try await store.counts(.now, on: day, team: nil, worker: nil, access: access).children
        let unheld = all - byTeam.reduce(0) { $0 + $1.children }
        let rows = byTeam.map { (Optional($0.team), $0.children) } + (unheld > 0 ? [(nil, unheld)] : [])
        guard access.who.role.seesSuppressedNumbers else { return rows.map { ($0.0, .shown($0.1)) } }
        return rows.map { ($0.0, Suppression.figure($0.1)) }
    }
}
