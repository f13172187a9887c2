import Casework
import ChildJourney
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix

extension Live {
    /// A file that was sent, its kind told by its bytes, once it was looked through for viruses.
    func checked(_ file: UploadedFile) async throws(NotTaken) -> (bytes: [UInt8], type: DocumentType) {
        guard file.size > 0 else { throw .empty }
        let read = try? await NIOThreadPool.singleton.runIfActive { () -> ([UInt8], DocumentType?) in
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
            return (bytes, DocumentType.of(bytes, path: file.path))
        }
        guard let (bytes, known) = read else { throw .unreadable }
        guard let type = known else { throw .notOnList }
        switch await scan?(file.path) ?? .clean {
        case .clean: return (bytes, type)
        case .found: throw .infected
        case .unknown: throw .notScanned
        }
    }
}

extension Response {
    /// A document as it was sent, to be kept and never shown in a page.
    static func handedOver(_ bytes: [UInt8], _ type: DocumentType, named sent: String) -> Response {
        // NB: text whose name ends in .csv is opened by programs that calculate what begins with "=".
        let name = type == .text && !sent.lowercased().hasSuffix(".txt") ? "\(sent).txt" : sent
        return Response(
            status: .ok,
            headers: [
                .contentType: type.mediaType, .contentDisposition: ContentDisposition.attachment(named: name),
                .contentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
