import AccessRules
import Casework
import ChildJourney
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Publishing

/// The report as a file: a page to print, Word, and PDF where a program makes one.
struct ReportFileRoutes {
    private static let path = "/audit/inspections/{inspection}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)/report.html") { _, context in
            let (_, report) = try await report(context)
            return file(PrintReadyPage(report).render(), "text/html; charset=utf-8", "report.html")
        }
        router.get("\(Self.path)/report.docx") { _, context in
            let (_, report) = try await report(context)
            return file(
                try WordDocument.bytes(report),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "report.docx")
        }
        router.get("\(Self.path)/report.pdf") { _, context in try await pdf(context) }
    }

    private func report(_ context: RequestDetails) async throws -> (InspectionDesk, PublishedDocument) {
        let desk = try InspectionDesk(live, context)
        return (desk, try await desk.showing().document)
    }

    private func pdf(_ context: RequestDetails) async throws -> Response {
        let (desk, report) = try await report(context)
        if let made = await live.pdf?(PrintReadyPage(report).render(), in: live.uploads) {
            return file(made, "application/pdf", "report.pdf")
        }
        let why = live.pdf == nil ? "No program for it is installed." : "It could not be made just now."
        return try await desk.respond(
            "PDF is not available here", "\(why) Print the report from your browser instead, or take it for Word.",
            [
                InspectionPartPage.Part(links: [
                    Link(words: "The report, to print", href: "\(desk.address)/report.html"),
                    Link(words: "The report for Word", href: "\(desk.address)/report.docx"),
                ])
            ], try await desk.file())
    }

    private func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
