import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// The style sheet, the script and whatever else pages are drawn with, read once when the program starts.
///
/// Each is served under an address that holds a hash of it, and may be kept by the browser for ever. A request looks its
/// name up among the names read; no path is ever made from it.
package struct StaticAssets: Sendable {
    private struct Asset: Sendable {
        let type: String
        let digest: String
        let bytes: ByteBuffer
        /// Nil where compressing gains nothing.
        let compressed: ByteBuffer?
    }

    private let byHashedName: [String: Asset]
    private let byName: [String: Asset]
    /// Where pages find what they need.
    package let addresses: AssetAddresses

    /// Reads the files that lie directly in a folder, of the kinds pages use.
    package init(folder: String) throws(AssetsMissing) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw .noFolder(folder) }
        var read: [String: Asset] = [:]
        for name in names where !name.hasPrefix(".") {
            guard let type = StaticAssets.type(of: name) else { continue }
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else { throw .unreadable(name) }
            read[name] = Asset(
                type: type, digest: StaticAssets.digest(bytes), bytes: ByteBuffer(bytes: bytes),
                compressed: StaticAssets.compress(bytes))
        }
        try self.init(read)
    }

    private init(_ read: [String: Asset]) throws(AssetsMissing) {
        guard let style = read["sightline.css"], let script = read["sightline.js"] else { throw .incomplete }
        byName = read
        byHashedName = Dictionary(
            uniqueKeysWithValues: read.map { (StaticAssets.hashed($0.key, $0.value.digest), $0.value) })
        addresses = AssetAddresses(
            styleSheet: "/assets/" + StaticAssets.hashed("sightline.css", style.digest),
            script: "/assets/" + StaticAssets.hashed("sightline.js", script.digest))
    }

    package func answer(_ name: String, to request: Request) throws(Refused) -> Response {
        if let asset = byHashedName[name] {
            return answer(asset, to: request, keeping: "public, max-age=31536000, immutable")
        }
        // Under its own name, for pages made before this version was started: asked for again each time.
        guard let asset = byName[name] else { throw .notFound }
        return answer(asset, to: request, keeping: "no-cache")
    }

    private func answer(_ asset: Asset, to request: Request, keeping: String) -> Response {
        var headers: HTTPFields = [.contentType: asset.type, .cacheControl: keeping, .vary: "Accept-Encoding"]
        headers[.eTag] = "\"\(asset.digest)\""
        if request.headers[.ifNoneMatch] == headers[.eTag] { return Response(status: .notModified, headers: headers) }
        guard let compressed = asset.compressed, Compression.isAccepted(by: request) else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.bytes))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
    }

    /// "sightline.css" and its hash: "sightline.9f86d081884c7d65.css".
    private static func hashed(_ name: String, _ digest: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "\(name).\(digest)" }
        return "\(name[..<dot]).\(digest)\(name[dot...])"
    }

    private static func digest(_ bytes: Data) -> String {
        HexText.encode(SHA256.hash(data: bytes).prefix(8))
    }

    private static func compress(_ bytes: Data) -> ByteBuffer? {
        guard let short = bytes.withUnsafeBytes({ GzipStream.compress($0, level: 9) }) else { return nil }
        return short.count < bytes.count ? ByteBuffer(bytes: short) : nil
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        default: nil
        }
    }
}

/// Why pages could not be drawn: what they need is not where it was installed.
package enum AssetsMissing: Error, Hashable, Sendable, CustomStringConvertible {
    case noFolder(String)
    case unreadable(String)
    case incomplete

    package var description: String {
        switch self {
        case .noFolder(let folder): "There is no folder \(folder), which holds the style sheet and the script."
        case .unreadable(let name): "\(name) could not be read."
        case .incomplete: "The style sheet or the script is missing."
        }
    }
}
