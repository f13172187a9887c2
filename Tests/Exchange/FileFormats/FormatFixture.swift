import Diagnostics
import FileFormats

/// The small files under Tests/Fixtures/formats, named by verdict.
enum FormatFixture {
    static func path(_ name: String, from file: StaticString = #filePath) -> String {
        let parts = "\(file)".split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/Fixtures/formats/" + name
    }
}

/// Writes down every event, one to a line.
final class EventLog: XMLEventConsumer {
    let vocabulary: XMLVocabulary
    var lines: [String] = []
    var onEnd: (Int) -> Void = { _ in }

    init(_ names: [String]) { vocabulary = XMLVocabulary(names) }

    func startElement(_ code: Int, at position: XMLPosition) {
        lines.append("<\(name(code)) \(position.line):\(position.column)")
    }

    func endElement(_ code: Int, text: UnsafeBufferPointer<UInt8>, at position: XMLPosition) {
        lines.append(">\(name(code)) \(position.line):\(position.column) [\(String(decoding: text, as: UTF8.self))]")
        onEnd(code)
    }

    func strayText(at position: XMLPosition) { lines.append("stray \(position.line):\(position.column)") }

    /// The values of the elements that have one.
    var values: [String] {
        lines.filter { $0.hasPrefix(">") && !$0.hasSuffix("[]") }.map {
            String($0.drop { $0 != "[" }.dropFirst().dropLast())
        }
    }

    private func name(_ code: Int) -> String { code == 0 ? "?" : vocabulary.name(of: code) }
}

func events(_ text: String, names: [String], limits: XMLLimits = XMLLimits()) throws -> EventLog {
    let log = EventLog(names)
    try XMLEventReader(vocabulary: log.vocabulary, limits: limits, consumer: log).parse(bytes: Array(text.utf8))
    return log
}

/// Why a file is refused; nil when it is not.
func refusal(_ read: () throws(FileFailure) -> Void) -> FileFailure? {
    do {
        try read()
        return nil
    } catch {
        return error
    }
}
