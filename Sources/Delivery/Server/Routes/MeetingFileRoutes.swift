import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages

/// Files of a meeting of a plan: its minutes and papers, taken as any document is and handed over, never shown in a page.
struct MeetingFileRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/meetings/{meeting}/files"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.post("\(Self.path)") { request, context in try await take(request, ImprovementDesk(live, context)) }
        router.get("\(Self.path)/{document}") { _, context in try await handOver(ImprovementDesk(live, context)) }
    }

    private func take(_ request: Request, _ desk: ImprovementDesk) async throws -> Response {
        // NB: asked before one byte is kept.
        try desk.leave(to: .keepPlan)
        let plan = try await desk.file()
        let meetings = PlanMeetingRoutes(live: live)
        let meeting = try meetings.meeting(desk, plan)
        guard let reading = desk.context.upload else { throw Refused.wrongKind }
        let upload = try await reading.read(request.body)
        defer { upload.files.forEach { $0.delete() } }
        var form = FormReader(upload.fields)
        let id = try desk.item(form, "document")
        let part = form.choice("part", called: "what it is", of: KeepMeetingFile.Part.self)
        var document: (bytes: [UInt8], type: DocumentType)?
        let file = upload.files.first { $0.field == "file" }
        if let file {
            do throws(NotTaken) {
                document = try await live.checked(file)
            } catch {
                form.note("file", error.words)
            }
        } else {
            form.note("file", "Choose a file")
        }
        guard let part, let file, let document, form.problems.isEmpty else { return try await meetings.one(desk, form) }
        let keep = KeepMeetingFile(try desk.assurer())
        let isDone = try await desk.record(&form, field: "file") { () throws(AssuranceRefusal) in
            try await keep(
                part, named: file.name.text, document.bytes, document.type, id: RecordID(id), of: meeting.id,
                in: plan.id)
        }
        return isDone
            ? .seeOther(PlanMeetingRoutes.address(plan, meeting.id)) : try await meetings.one(desk, form)
    }

    private func handOver(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .seePlan)
        let plan = try await desk.file()
        let meeting = try PlanMeetingRoutes(live: live).meeting(desk, plan)
        let keep = KeepMeetingFile(try desk.assurer())
        let id = RecordID(try desk.context.pathPart("document"))
        let (told, bytes) = try await desk.asked { () async throws(AssuranceRefusal) in
            try await keep.handOver(id, of: meeting.id, in: plan.id)
        }
        return .handedOver(bytes, told.type, named: told.fileName)
    }
}
