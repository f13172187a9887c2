import HTTPTypes
import Hummingbird
import NIOCore
import Pages

extension Response {
    package static func page(
        _ page: some Page, in frame: Frame, status: HTTPResponse.Status = .ok
    ) -> Response {
        whole(page.render(in: frame), "text/html; charset=utf-8", status)
    }

    package static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        whole(bytes, "application/json; charset=utf-8", status)
    }

    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        whole(Array(text.utf8), "text/plain; charset=utf-8", status)
    }

    package static func calendar(_ bytes: [UInt8]) -> Response {
        whole(bytes, "text/calendar; charset=utf-8", .ok)
    }

    /// A table to keep; `name` is fixed words and days, never a child's.
    package static func table(_ bytes: [UInt8], named name: String) -> Response {
        var response = whole(bytes, "text/csv; charset=utf-8; header=present", .ok)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// A file of another kind to keep.
    package static func file(_ bytes: [UInt8], _ type: String, named name: String) -> Response {
        var response = whole(bytes, type, .ok)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// On to another page, asked for anew: after a form, so that going back does not send it twice.
    package static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    private static func whole(_ bytes: [UInt8], _ type: String, _ status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
