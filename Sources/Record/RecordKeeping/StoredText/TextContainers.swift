/// `Encoder` over a `TextSink`. Only what bodies use: keyed, unkeyed and single values; no floating point, whose text
/// is nobody's to promise.
struct TextEncoder: Encoder {
    let sink: TextSink
    let codingPath: [any CodingKey]
    let state: TextState
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(sink: TextSink, codingPath: [any CodingKey]) {
        self.sink = sink
        self.codingPath = codingPath
        state = TextState(sink: sink)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        state.openObject()
        return KeyedEncodingContainer(TextObject<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        state.openArray()
        return TextArray(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { TextValue(encoder: self) }

    func refuse(_ value: Any) -> EncodingError {
        .invalidValue(value, .init(codingPath: codingPath, debugDescription: "not a value a body may store"))
    }

    func whole(_ number: some BinaryInteger) { JSONText.append(number, to: &sink.bytes) }
    func truth(_ value: Bool) { sink.bytes.append(contentsOf: value ? JSONText.yes : JSONText.no) }
    func text(_ value: String) { JSONText.append(value, to: &sink.bytes) }
    func nothing() { sink.bytes.append(contentsOf: JSONText.null) }
}

private struct TextObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: TextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    private var state: TextState { encoder.state }

    func encodeNil(forKey key: Key) { state.member(key) { encoder.nothing() } }
    func encode(_ value: Bool, forKey key: Key) { state.member(key) { encoder.truth(value) } }
    func encode(_ value: String, forKey key: Key) { state.member(key) { encoder.text(value) } }
    func encode(_ value: Double, forKey key: Key) throws { throw encoder.refuse(value) }
    func encode(_ value: Float, forKey key: Key) throws { throw encoder.refuse(value) }
    func encode(_ value: Int, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: Int8, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: Int16, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: Int32, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: Int64, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: UInt, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: UInt8, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: UInt16, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: UInt32, forKey key: Key) { state.member(key) { encoder.whole(value) } }
    func encode(_ value: UInt64, forKey key: Key) { state.member(key) { encoder.whole(value) } }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try state.member(key) { try encoder.sink.write(value, path: codingPath) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("bodies do not open nested containers by hand")
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("bodies do not open nested containers by hand")
    }

    func superEncoder() -> any Encoder { preconditionFailure("bodies have no superclass") }
    func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("bodies have no superclass") }
}

private struct TextArray: UnkeyedEncodingContainer {
    let encoder: TextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count = 0

    mutating func encodeNil() {
        count += 1
        encoder.state.element { encoder.nothing() }
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        count += 1
        try encoder.state.element { try encoder.sink.write(value, path: codingPath) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("bodies do not open nested containers by hand")
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("bodies do not open nested containers by hand")
    }

    func superEncoder() -> any Encoder { preconditionFailure("bodies have no superclass") }
}

private struct TextValue: SingleValueEncodingContainer {
    let encoder: TextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.nothing() }
    func encode(_ value: Bool) { encoder.truth(value) }
    func encode(_ value: String) { encoder.text(value) }
    func encode(_ value: Double) throws { throw encoder.refuse(value) }
    func encode(_ value: Float) throws { throw encoder.refuse(value) }
    func encode(_ value: Int) { encoder.whole(value) }
    func encode(_ value: Int8) { encoder.whole(value) }
    func encode(_ value: Int16) { encoder.whole(value) }
    func encode(_ value: Int32) { encoder.whole(value) }
    func encode(_ value: Int64) { encoder.whole(value) }
    func encode(_ value: UInt) { encoder.whole(value) }
    func encode(_ value: UInt8) { encoder.whole(value) }
    func encode(_ value: UInt16) { encoder.whole(value) }
    func encode(_ value: UInt32) { encoder.whole(value) }
    func encode(_ value: UInt64) { encoder.whole(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try encoder.sink.write(value, path: codingPath) }
}
