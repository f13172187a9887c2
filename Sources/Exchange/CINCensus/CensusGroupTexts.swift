import FileFormats

/// Finds again, in a second reading of the file, the text of groups that could not be placed, so that nothing is lost
/// that a person could put right. Memory holds only what is found.
package final class CensusGroupTexts: XMLEventConsumer {
    /// No group of a census is longer; what is goes on in the file.
    static let longestText = 65_536

    private struct Finding {
        let place: Int
        let depth: Int
    }

    private let wanted: [Int: [(ordinal: Int, place: Int)]]
    private var begun = [Int](repeating: 0, count: CensusElement.all.count + 1)
    private var texts: [String]
    private var open: [Finding] = []
    private var depth = 0

    private init(_ groups: [CensusReader.UnreadableGroup]) {
        wanted = Dictionary(
            grouping: groups.enumerated().map { (ordinal: $1.ordinal, place: $0) },
            by: { CensusElement.vocabulary.code(of: groups[$0.place].group) })
        texts = [String](repeating: "", count: groups.count)
    }

    /// The text of each group, in their order.
    package static func read(
        _ groups: [CensusReader.UnreadableGroup], from source: any ByteSource
    ) throws(FileFailure) -> [String] {
        guard !groups.isEmpty else { return [] }
        let texts = CensusGroupTexts(groups)
        try XMLEventReader(vocabulary: CensusElement.vocabulary, consumer: texts).read(source)
        return texts.texts
    }

    package func startElement(_ code: Int, at position: XMLPosition) {
        depth += 1
        if let groups = wanted[code], let group = groups.first(where: { $0.ordinal == begun[code] }) {
            open.append(Finding(place: group.place, depth: depth))
        }
        begun[code] += 1
        if !open.isEmpty { write("<\(name(code))>") }
    }

    package func endElement(_ code: Int, text: UnsafeBufferPointer<UInt8>, at position: XMLPosition) {
        if !open.isEmpty {
            if !text.isEmpty { write(escaped(text)) }
            write("</\(name(code))>\n")
            open.removeAll { $0.depth == depth }
        }
        depth -= 1
    }

    /// Names the census does not have are not kept by the parser; their values are.
    private func name(_ code: Int) -> String {
        code > 0 ? CensusElement.vocabulary.name(of: code) : "Unknown"
    }

    private func write(_ text: String) {
        for finding in open where texts[finding.place].utf8.count < Self.longestText { texts[finding.place] += text }
    }

    private func escaped(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        for byte in text.prefix(Self.longestText) {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
