import ChildJourney
import WorkingDays

/// Reads a stored JSON text back into a value.
package struct StoredTextDecoder: Sendable {
    package init() {}

    /// `bytes` is UTF-8 JSON.
    package func value<Value: Decodable>(of type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let text: StoredText
        do {
            text = try StoredText(bytes)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not a stored text"))
        }
        return try TextDecoder(text: text, value: text.root, codingPath: []).decode(type)
    }
}

/// `Decoder` over one value of a stored text.
struct TextDecoder: Decoder {
    let text: StoredText
    let value: StoredText.Value
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(text: StoredText, value: StoredText.Value, codingPath: [any CodingKey]) {
        self.text = text
        self.value = value
        self.codingPath = codingPath
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw mismatch(Key.self) }
        return KeyedDecodingContainer(ObjectReader<Key>(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = value else { throw mismatch([Any].self) }
        return ArrayReader(decoder: self, elements: elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { ValueReader(decoder: self) }

    func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "the stored text holds something else"))
    }

    func within(_ value: StoredText.Value) -> TextDecoder {
        TextDecoder(text: text, value: value, codingPath: codingPath)
    }

    func string() throws -> String {
        guard case .text(let range, let escaped) = value else { throw mismatch(String.self) }
        do { return try text.string(range, escaped: escaped) } catch { throw mismatch(String.self) }
    }

    func truth() throws -> Bool {
        guard case .truth(let truth) = value else { throw mismatch(Bool.self) }
        return truth
    }

    func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard case .whole(let wide) = value, let number = Number(exactly: wide) else { throw mismatch(type) }
        return number
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // The commonest fields, without the detour through a container.
        if type == Day.self, let day = try day() as? Value { return day }
        if type == String.self, let text = try string() as? Value { return text }
        if type == RecordID.self, let id = RecordID(try string()) as? Value { return id }
        return try Value(from: self)
    }

    private func day() throws -> Day {
        guard case .text(let range, escaped: false) = value,
            let day = text.bytes.withUnsafeBufferPointer({ Day(isoBytes: .init(rebasing: $0[range])) })
        else { throw mismatch(Day.self) }
        return day
    }
}
