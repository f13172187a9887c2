import API
import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Pages
import WorkingDays

/// The lists handed over when an inspection begins: how complete each is, and each as a file.
struct AnnexARoutes {
    private static let path = "/audit/inspections/{inspection}/lists"
    private static let verbs: [Verb] = [.inspect, .answerInspection]

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in try await show(InspectionDesk(live, context)) }
        router.get("\(Self.path)/{list}") { _, context in try await table(InspectionDesk(live, context)) }
    }

    private func made(_ desk: InspectionDesk, only number: Int? = nil) async throws -> (InspectionFile, [AnnexA.Made]) {
        try desk.leave(toAny: Self.verbs)
        let file = try await desk.file()
        do throws(AssuranceRefusal) {
            let assurer = try me(desk)
            guard file.isOwn(of: assurer.person) else { throw .notYourInspection }
            let lists = AnnexA(assurer, live.standards.annexA)
            return (file, try await lists(on: file.inspection.body.beganOn, only: number))
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw AccessRefusal.outsideInspection
        }
    }

    private func me(_ desk: InspectionDesk) throws(AssuranceRefusal) -> Assurer {
        do { return try desk.assurer() } catch { throw .notFound }
    }

    private func show(_ desk: InspectionDesk) async throws -> Response {
        let (file, lists) = try await made(desk)
        let table = InspectionPartPage.Table(
            caption: "As the record stood at the end of \(file.inspection.body.beganOn.words)",
            columns: ["List", "Rows", "Left out", "Whom it holds"],
            rows: lists.map { one in
                let name = "List \(one.list.number): \(one.list.title)"
                return [
                    one.isTold ? .init(name, href: "\(desk.address)/lists/\(one.list.number)") : .init(name),
                    .init(one.isTold ? String(one.rows.count) : "Not told by this record"),
                    .init(one.restricted == 0 ? "None" : "\(one.restricted), of restricted children"),
                    .init(one.list.scope),
                ]
            }, nothing: "No lists are known.")
        let columns = lists.filter(\.isTold).map { one in
            InspectionPartPage.Part(
                "List \(one.list.number): \(one.list.title)",
                table: .init(
                    caption: "Columns of list \(one.list.number)", columns: ["Column", "Empty in"],
                    rows: one.empty.map { [.init($0.column), .init(words($0.rows, of: one.rows.count))] },
                    nothing: "No column."))
        }
        return try await desk.respond(
            "Lists for the inspection",
            "What the council hands over when an inspection begins, and how complete it is. Codes are the national ones. Files name no child and hold dates of birth: keep them as you keep the record.",
            [InspectionPartPage.Part(table: table)] + columns, file)
    }

    private func words(_ empty: Int, of rows: Int) -> String {
        if rows == 0 { return "No rows" }
        return empty == rows ? "All \(rows): not told by this record" : empty == 0 ? "None" : "\(empty) of \(rows)"
    }

    private func table(_ desk: InspectionDesk) async throws -> Response {
        guard let number = Int(try desk.context.pathPart("list")), AnnexARows.told.contains(number) else {
            try desk.leave(toAny: Self.verbs)
            throw Refused.notFound
        }
        guard let made = try await made(desk, only: number).1.first else { throw Refused.notFound }
        var csv = CSVText(header: made.list.columns, marked: true)
        for row in made.rows { csv.row(made.list.columns.map { row[$0] ?? "" }) }
        return Response.table(csv.bytes, named: "list-\(number).csv")
    }
}
