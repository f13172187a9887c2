struct ObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: TextDecoder
    let members: [(key: Range<Int>, value: StoredText.Value)]
    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        members.compactMap { member in
            (try? decoder.text.string(member.key, escaped: false)).flatMap { Key(stringValue: $0) }
        }
    }

    func contains(_ key: Key) -> Bool { found(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        guard case .null? = found(key) else { return false }
        return true
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reader(key).truth() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try reader(key).string() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw decoder.mismatch(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw decoder.mismatch(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try reader(key).whole(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try reader(key).whole(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try reader(key).whole(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try reader(key).whole(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try reader(key).whole(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try reader(key).whole(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try reader(key).whole(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try reader(key).whole(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try reader(key).whole(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try reader(key).whole(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try reader(key).decode(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let value = found(key) else { return nil }
        if case .null = value { return nil }
        return try decoder.within(value).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try reader(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try reader(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try reader(key) }

    private func found(_ key: Key) -> StoredText.Value? {
        let name = key.stringValue
        return members.first { decoder.text.isKey($0.key, name) }?.value
    }

    private func reader(_ key: Key) throws -> TextDecoder {
        guard let value = found(key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "absent"))
        }
        return decoder.within(value)
    }
}

struct ArrayReader: UnkeyedDecodingContainer {
    let decoder: TextDecoder
    let elements: [StoredText.Value]
    var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(decoder: TextDecoder, elements: [StoredText.Value]) {
        self.decoder = decoder
        self.elements = elements
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = elements[currentIndex] else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next(type).decode(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next(type).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next([Any].self).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next(Any.self) }

    private mutating func next(_ type: Any.Type) throws -> TextDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(type, .init(codingPath: codingPath, debugDescription: "no more"))
        }
        defer { currentIndex += 1 }
        return decoder.within(elements[currentIndex])
    }
}

struct ValueReader: SingleValueDecodingContainer {
    let decoder: TextDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool {
        guard case .null = decoder.value else { return false }
        return true
    }

    func decode(_ type: Bool.Type) throws -> Bool { try decoder.truth() }
    func decode(_ type: String.Type) throws -> String { try decoder.string() }
    func decode(_ type: Double.Type) throws -> Double { throw decoder.mismatch(type) }
    func decode(_ type: Float.Type) throws -> Float { throw decoder.mismatch(type) }
    func decode(_ type: Int.Type) throws -> Int { try decoder.whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.whole(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
