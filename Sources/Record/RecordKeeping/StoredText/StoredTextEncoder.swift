import ChildJourney
import WorkingDays

/// Writes a value as the one JSON text it is stored as: keys in order of their bytes, no spaces, absent values left out.
///
/// The order of keys does not follow the source code, so a body keeps its bytes (and its digest) when fields are moved.
package struct StoredTextEncoder: Sendable {
    package init() {}

    /// UTF-8 JSON.
    package func bytes(of value: some Encodable) throws -> [UInt8] {
        let sink = TextSink()
        try sink.write(value, path: [])
        return sink.bytes
    }
}

/// The bytes written so far.
final class TextSink {
    var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(512)
    }

    func write<Value: Encodable>(_ value: Value, path: [any CodingKey]) throws {
        // Days and record ids are in every body: write them without the detour through a container.
        if Value.self == Day.self, let day = value as? Day {
            JSONText.append(day.description, to: &bytes)
        } else if Value.self == RecordID.self, let id = value as? RecordID {
            JSONText.append(id.text, to: &bytes)
        } else if Value.self == String.self, let text = value as? String {
            JSONText.append(text, to: &bytes)
        } else {
            let encoder = TextEncoder(sink: self, codingPath: path)
            let start = bytes.count
            try value.encode(to: encoder)
            encoder.state.close()
            precondition(bytes.count > start, "a stored value must write something")
        }
    }
}

/// What one value's encoder has opened: nothing, one plain value, an object, or an array.
final class TextState {
    private let sink: TextSink
    private var members: [Member] = []
    private var form = Form.nothing
    private let start: Int

    private enum Form { case nothing, object, array }

    /// A member of an object: where its key and its value stand among the bytes.
    private struct Member {
        let key: String
        let value: Range<Int>
    }

    init(sink: TextSink) {
        self.sink = sink
        start = sink.bytes.count
    }

    func openObject() { form = .object }

    func openArray() {
        form = .array
        sink.bytes.append(UInt8(ascii: "["))
    }

    func member(_ key: some CodingKey, _ write: () throws -> Void) rethrows {
        let from = sink.bytes.count
        try write()
        members.append(Member(key: key.stringValue, value: from..<sink.bytes.count))
    }

    func element(_ write: () throws -> Void) rethrows {
        if sink.bytes.count > start + 1 { sink.bytes.append(UInt8(ascii: ",")) }
        try write()
    }

    /// Puts an object's members in order; nothing else needs closing but an array.
    func close() {
        switch form {
        case .nothing: break
        case .array: sink.bytes.append(UInt8(ascii: "]"))
        case .object: closeObject()
        }
    }

    private func closeObject() {
        members.sort { $0.key < $1.key }
        var ordered: [UInt8] = []
        ordered.reserveCapacity(sink.bytes.count - start + members.count * 16)
        ordered.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { ordered.append(UInt8(ascii: ",")) }
            ordered.append(UInt8(ascii: "\""))
            ordered.append(contentsOf: member.key.utf8)
            ordered.append(UInt8(ascii: "\""))
            ordered.append(UInt8(ascii: ":"))
            ordered.append(contentsOf: sink.bytes[member.value])
        }
        ordered.append(UInt8(ascii: "}"))
        sink.bytes.replaceSubrange(start..., with: ordered)
    }
}
