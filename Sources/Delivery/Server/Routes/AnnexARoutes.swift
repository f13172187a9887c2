import API
import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// The lists handed over when an inspection begins: how complete each is, and each as a file.
struct AnnexARoutes {
    private static let path = "/audit/inspections/{inspection}/lists"
    private static let verbs: [Verb] = [.inspect, .answerInspection]

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in try await show(InspectionDesk(live, context)) }
        router.get("\(Self.path)/{list}") { request, context in
            try await table(InspectionDesk(live, context), FormReader(try FormFields(query: request.uri.query)))
        }
    }

    /// The inspection, for those who write it or answer it.
    private func file(_ desk: InspectionDesk) async throws -> InspectionFile {
        let person = try desk.leave(toAny: Self.verbs)
        let file = try await desk.file()
        guard file.isOwn(of: person) else { throw AccessRefusal.outsideInspection }
        return file
    }

    private func drawn<Value>(
        _ desk: InspectionDesk, _ work: (AnnexA) async throws(AssuranceRefusal) -> Value
    ) async throws -> Value {
        do throws(AssuranceRefusal) {
            return try await work(AnnexA(try me(desk), live.standards.annexA))
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw AccessRefusal.outsideInspection
        }
    }

    /// How complete each list is, worked out once until anything changes.
    private func counted(_ desk: InspectionDesk, on day: Day) async throws -> [AnnexA.Counted] {
        let access = try desk.context.leave(to: .drillDown, in: live)
        // NB: taken before anything is read, so that what changes meanwhile is counted anew.
        let stamp = try live.store.changeStamp()
        let key = KeptPages.ListsKey(person: access.who, beganOn: day, today: live.today)
        if let known = live.kept.lists(key, asOf: stamp) {
            // Shown from memory it is still a view.
            try await live.store.log(.countedLists(access, at: live.now()))
            return known
        }
        let found = try await drawn(desk) { lists throws(AssuranceRefusal) in try await lists.counted(on: day) }
        live.kept.keep(found, key, asOf: stamp)
        return found
    }

    private func me(_ desk: InspectionDesk) throws(AssuranceRefusal) -> Assurer {
        do { return try desk.assurer() } catch { throw .notFound }
    }

    private func show(_ desk: InspectionDesk) async throws -> Response {
        let file = try await file(desk)
        let lists = try await counted(desk, on: file.inspection.body.beganOn)
        let table = InspectionPartPage.Table(
            caption: "As the record stood at the end of \(file.inspection.body.beganOn.words)",
            columns: ["List", "With the tools' letters", "Rows", "Left out", "Whom it holds"],
            rows: lists.map { one in
                let name = "List \(one.list.number): \(one.list.title)"
                return [
                    one.isTold ? .init(name, href: "\(desk.address)/lists/\(one.list.number)") : .init(name),
                    one.isTold
                        ? .init(
                            "List \(one.list.number), with letters",
                            href: "\(desk.address)/lists/\(one.list.number)?codes=letters") : "",
                    .init(one.isTold ? String(one.rows) : "Not told by this record"),
                    .init(one.restricted == 0 ? "None" : "\(one.restricted), of restricted children"),
                    .init(one.list.scope),
                ]
            }, nothing: "No lists are known.")
        let columns = lists.filter(\.isTold).map { one in
            InspectionPartPage.Part(
                "List \(one.list.number): \(one.list.title)",
                table: .init(
                    caption: "Columns of list \(one.list.number)", columns: ["Column", "Empty in"],
                    rows: one.empty.map { [.init($0.column), .init(words($0.rows, of: one.rows))] },
                    nothing: "No column."))
        }
        return try await desk.respond(
            "Lists for the inspection",
            "What the council hands over when an inspection begins, and how complete it is. Codes are the national ones, or, in the second file of each list, those of the tools that read such lists: “a) Male”. What those tools have no code for stands as it is recorded. Files name no child and hold dates of birth: keep them as you keep the record.",
            [InspectionPartPage.Part(table: table)] + columns, file)
    }

    private func words(_ empty: Int, of rows: Int) -> String {
        if rows == 0 { return "No rows" }
        return empty == rows ? "All \(rows): not told by this record" : empty == 0 ? "None" : "\(empty) of \(rows)"
    }

    private func lettered(_ value: String, in column: String, of list: AnnexAList) -> String {
        let words = ["sex", "categoryofabuse"].compactMap { live.standards.codeWords[$0]?[value] }
        return list.lettered(value, meaning: words, in: column)
    }

    private func table(_ desk: InspectionDesk, _ asked: FormReader) async throws -> Response {
        guard let number = Int(try desk.context.pathPart("list")), AnnexARows.told.contains(number) else {
            try desk.leave(toAny: Self.verbs)
            throw Refused.notFound
        }
        let day = try await file(desk).inspection.body.beganOn
        let made = try await drawn(desk) { lists throws(AssuranceRefusal) in
            try await lists(on: day, only: number)
        }.first
        guard let made else { throw Refused.notFound }
        let isLettered = asked.given("codes") == "letters"
        var csv = CSVText(header: made.list.columns, marked: true)
        for row in made.rows {
            csv.row(
                made.list.columns.map { column in
                    let value = row[column] ?? ""
                    return isLettered ? lettered(value, in: column, of: made.list) : value
                })
        }
        return Response.table(csv.bytes, named: "list-\(number)\(isLettered ? "-with-letters" : "").csv")
    }
}
