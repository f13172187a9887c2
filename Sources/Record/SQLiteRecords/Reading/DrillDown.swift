import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// The children a number counts.
struct DrillDown {
    /// What the number counts.
    enum Counted {
        case standing(DailyChanges.Heading, on: Day)
        /// A concern that began in a period, whether or not it stands still.
        case began(ConcernCode, Period)
    }

    let counted: Counted
    let access: Access
    let db: Database

    func page(after: SubjectID?, limit: Int) throws -> (ListPage, [SubjectID]) {
        let byChild = try concerns()
        let children = byChild.keys.sorted()
        let rest = children.drop { child in after.map { child <= $0 } ?? false }
        var shown: [SubjectID] = []
        let lines = try rest.prefix(limit).map { child -> ListLine in
            if try RestrictionRows.hides(child, from: access.who.user, in: access.council, db) {
                return .restricted(level: nil)
            }
            shown.append(child)
            return .child(
                ListedChild(
                    child: child, summary: try ChildRows.summary(child, in: access.council, db), standing: nil,
                    concerns: byChild[child] ?? []))
        }
        let next = rest.count > limit ? rest.prefix(limit).last.map { ListPlace(order: 0, child: $0) } : nil
        return (ListPage(lines: lines, next: next, total: children.count), shown)
    }

    private func concerns() throws -> [SubjectID: [Concern]] {
        let select = try select()
        var byChild: [SubjectID: [Concern]] = [:]
        try select.rows { row in
            let concern = try ConcernRows.read(row, from: 1).concern
            if counts(concern) { byChild[SubjectID(row.text(0)), default: []].append(concern) }
            return true
        }
        return byChild
    }

    private func select() throws -> PreparedStatement {
        let columns = "SELECT child, \(ConcernRows.columns) FROM concern"
        switch counted {
        case .standing(_, let day):
            let select = try PreparedStatement(
                db, "\(columns) INDEXED BY concern_over WHERE council = ? AND over_on > ? AND onset <= ? AND told = 1")
            select.bind(1, access.council.text)
            select.bind(2, day)
            select.bind(3, day)
            return select
        case .began(let code, let period):
            let select = try PreparedStatement(
                db,
                "\(columns) INDEXED BY concern_onset WHERE council = ? AND onset >= ? AND onset <= ? AND code = ? AND told = 1"
            )
            select.bind(1, access.council.text)
            select.bind(2, period.from)
            select.bind(3, period.until ?? Day(number: .max))
            select.bind(4, code.text)
            return select
        }
    }

    private func counts(_ concern: Concern) -> Bool {
        guard case .standing(let heading, let day) = counted else { return true }
        return switch heading {
        case .potentialRisk: concern.inToday && concern.leavesAtPotentialRisk(on: day)
        case .dutiesOverdue: concern.inToday && !concern.leavesAtPotentialRisk(on: day) && !concern.isFlag
        case .kind(let kind): concern.inToday && concern.kind == kind
        case .code(let code): concern.code == code
        }
    }
}
