import CZlib
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

@Suite struct CompressionTests {
    private static let long = String(repeating: "Tue 3 Mar 2026, not seen. ", count: 4000)

    private func routes(_ router: Router<RequestDetails>) {
        router.get("/page") { _, _ in Response.text(CompressionTests.long) }
        router.get("/short") { _, _ in Response.text("short") }
        router.get("/picture") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "image/png"],
                body: .init(byteBuffer: ByteBuffer(string: CompressionTests.long)))
        }
        router.get("/table") { _, _ in
            let body = ResponseBody { writer in
                for _ in 0..<10 { try await writer.write(ByteBuffer(string: CompressionTests.long)) }
                try await writer.finish(nil)
            }
            return Response(status: .ok, headers: [.contentType: "text/csv; charset=utf-8"], body: body)
        }
        router.get("/events") { _, _ in
            EventStream.response { .init(name: "progress", data: Array("{}".utf8), isLast: true) }
        }
    }

    private func ask(_ address: String, _ headers: HTTPFields) async throws -> TestResponse {
        let fixture = ServerFixture()
        let kept = Locked<TestResponse?>(nil)
        var headers = headers
        headers[.cookie] = "sightline_session=\(try fixture.signIn().text)"
        try await fixture.test(adding: routes) { [headers] client in
            kept.value = try await client.execute(uri: address, method: .get, headers: headers)
        }
        return try #require(kept.value)
    }

    @Test func `a page is sent compressed to a browser that can read it so, and is the same page`() async throws {
        let answer = try await ask("/page", [.acceptEncoding: "br, gzip;q=0.8"])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(answer.headers[.contentLength] == "\(answer.body.readableBytes)")
        #expect(answer.body.readableBytes < CompressionTests.long.utf8.count / 50)
        #expect(try unzip(answer.body) == CompressionTests.long)
    }

    @Test func `a table that is written as it goes is compressed as it goes`() async throws {
        let answer = try await ask("/table", [.acceptEncoding: "gzip"])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.headers[.contentLength] == nil)
        #expect(try unzip(answer.body) == String(repeating: CompressionTests.long, count: 10))
    }

    @Test(arguments: ["", "br", "gzip;q=0", "gzip; q=0.0", "xgzip"])
    func `a browser that cannot read it gets it plain`(accepts: String) async throws {
        let answer = try await ask("/page", [.acceptEncoding: accepts])
        #expect(answer.headers[.contentEncoding] == nil)
        #expect(answer.text == CompressionTests.long)
    }

    @Test(arguments: ["/short", "/picture", "/events"])
    func `what gains nothing, or must not wait, is left as it is`(address: String) async throws {
        #expect(try await ask(address, [.acceptEncoding: "gzip"]).headers[.contentEncoding] == nil)
    }

    @Test(arguments: [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)])
    func `a page another site made the browser ask for tells nothing by its length`(
        site: String, isCompressed: Bool
    ) async throws {
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        let answer = try await ask("/page", [.acceptEncoding: "gzip", fetchSite: site])
        #expect((answer.headers[.contentEncoding] == "gzip") == isCompressed)
    }

    @Test func `bytes larger than any buffer come through whole`() throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        let short = try #require(bytes.withUnsafeBytes { GzipStream.compress($0) })
        #expect(try unzip(ByteBuffer(bytes: short), bytes: bytes.count) == bytes)
    }

    private func unzip(_ buffer: ByteBuffer) throws -> String {
        String(decoding: try unzip(buffer, bytes: 4 << 20), as: UTF8.self)
    }

    private func unzip(_ buffer: ByteBuffer, bytes room: Int) throws -> [UInt8] {
        var stream = z_stream()
        var result = Z_ERRNO
        var input = Array(buffer.readableBytesView)
        let output = [UInt8](unsafeUninitializedCapacity: room + 1) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                result = inflate(&stream, Z_FINISH)
                inflateEnd(&stream)
            }
            count = output.count - Int(stream.avail_out)
        }
        #expect(result == Z_STREAM_END)
        return output
    }
}
