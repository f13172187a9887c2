import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Pages
import Server
import Testing

@Suite struct StaticAssetsTests {
    @Test func `the style sheet is kept for ever under an address that changes with it`() async throws {
        let addresses = try StaticAssets(folder: ServerFixture.web).addresses
        #expect(addresses.styleSheet.wholeMatch(of: /\/assets\/sightline\.[0-9a-f]{16}\.css/) != nil)
        #expect(addresses.script.wholeMatch(of: /\/assets\/sightline\.[0-9a-f]{16}\.js/) != nil)
        try await ServerFixture().test { client in
            let answer = try await client.execute(uri: addresses.styleSheet, method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let file = try #require(FileManager.default.contents(atPath: ServerFixture.web + "/sightline.css"))
            #expect(Array(answer.body.readableBytesView) == Array(file))
            let script = try await client.execute(uri: addresses.script, method: .get)
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
        }
    }

    @Test func `it is sent compressed to whoever can read it, and not at all to whoever has it`() async throws {
        let address = try StaticAssets(folder: ServerFixture.web).addresses.styleSheet
        try await ServerFixture().test { client in
            let plain = try await client.execute(uri: address, method: .get)
            let short = try await client.execute(uri: address, method: .get, headers: [.acceptEncoding: "gzip"])
            #expect(short.headers[.contentEncoding] == "gzip")
            #expect(short.body.readableBytes < plain.body.readableBytes / 2)
            let tag = try #require(plain.headers[.eTag])
            let none = try await client.execute(uri: address, method: .get, headers: [.ifNoneMatch: tag])
            #expect(none.status == .notModified)
            #expect(none.text.isEmpty)
        }
    }

    @Test func `under its own name it is asked for again each time`() async throws {
        try await ServerFixture().test { client in
            let answer = try await client.execute(uri: "/assets/sightline.css", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl] == "no-cache")
        }
    }

    @Test(arguments: [
        "/assets/sightline.0000000000000000.css", "/assets/..%2f..%2fconcerns.tsv", "/assets/%2e%2e",
        "/assets/%2fetc%2fpasswd",
        "/assets/..", "/assets/.gitkeep", "/assets/%00",
    ])
    func `nothing else is there, however it is asked for`(address: String) async throws {
        try await ServerFixture().test { client async throws in
            #expect(try await client.execute(uri: address, method: .get).status == .notFound)
        }
    }

    @Test func `a folder without what pages need is found out at the start`() throws {
        #expect(throws: AssetsMissing.noFolder("/nowhere")) { try StaticAssets(folder: "/nowhere") }
        let empty = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: empty) }
        #expect(throws: AssetsMissing.incomplete) { try StaticAssets(folder: empty) }
    }
}
