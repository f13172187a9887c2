import Casework
import ChildJourney
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix

/// A file somebody sends to be kept: told by what is in it, checked for viruses, and handed over again as it was, never shown in a page.
enum TakenDocument {
    enum Refusal: Error {
        case empty, notOnList, infected, notScanned, unreadable

        var words: String {
            switch self {
            case .empty: "The file is empty: it holds 0 bytes"
            case .notOnList:
                "The file is not one of the kinds taken here, by what is in it. Pages for a browser, programs, "
                    + "pictures of other kinds and Office files with macros are not taken; save it as a PDF"
            case .infected: "The check for viruses says this file is not safe. It was not kept"
            case .notScanned: "The check for viruses could not be made, so the file was not kept. Try again later"
            case .unreadable: "The file could not be read. It was not kept"
            }
        }
    }

    static func checked(
        _ file: UploadedFile, _ live: Live
    ) async throws(Refusal) -> (bytes: [UInt8], type: DocumentType) {
        guard file.size > 0 else { throw .empty }
        let read = try? await NIOThreadPool.singleton.runIfActive { () -> ([UInt8], DocumentType?) in
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
            return (bytes, DocumentType.of(bytes, path: file.path))
        }
        guard let (bytes, known) = read else { throw .unreadable }
        guard let type = known else { throw .notOnList }
        switch await live.scan?(file.path) ?? .clean {
        case .clean: return (bytes, type)
        case .found: throw .infected
        case .unknown: throw .notScanned
        }
    }

    static func handedOver(_ bytes: [UInt8], _ type: DocumentType, named sent: String) -> Response {
        // NB: text whose name ends in .csv is opened by programs that calculate what begins with "=".
        let name = type == .text && !sent.lowercased().hasSuffix(".txt") ? "\(sent).txt" : sent
        return Response(
            status: .ok,
            headers: [
                .contentType: type.mediaType,
                .contentDisposition: ContentDisposition.attachment(named: name),
                .contentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
