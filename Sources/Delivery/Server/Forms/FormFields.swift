/// What a form or the end of an address sent: names and values in the order sent, repeated names kept.
///
/// The framework's own decoder refuses a box ticked twice, and quietly repairs bytes that are not UTF-8.
package struct FormFields: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let fields: [Field]

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Reads `name=value&name=value`, as browsers send a form (application/x-www-form-urlencoded).
    package init(encoded bytes: some Collection<UInt8>, limits: FormLimits = .form) throws(FormUnreadable) {
        guard bytes.count <= limits.bytes else { throw .tooLong }
        var fields: [Field] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limits.fields else { throw .tooManyFields }
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let value = pair[end...].dropFirst()
            guard let name = PercentText.decode(pair[..<end], plusIsSpace: true),
                let value = PercentText.decode(value, plusIsSpace: true)
            else { throw .notText }
            guard value.utf8.count <= limits.valueBytes else { throw .valueTooLong(field: name) }
            fields.append(Field(name, value))
        }
        self.init(fields)
    }

    /// Reads what stands behind the "?" of an address.
    package init(query: String?) throws(FormUnreadable) {
        try self.init(encoded: Array((query ?? "").utf8), limits: .query)
    }

    /// The first value sent under the name.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value sent under the name: boxes ticked, choices made.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// The fields as the end of an address, for links that change one of them.
    package var query: String {
        fields.map { "\(PercentText.encode($0.name))=\(PercentText.encode($0.value))" }.joined(separator: "&")
    }
}

/// How much of a form is read.
package struct FormLimits: Sendable {
    package var bytes: Int
    package var fields: Int
    package var valueBytes: Int

    package init(bytes: Int, fields: Int, valueBytes: Int) {
        self.bytes = bytes
        self.fields = fields
        self.valueBytes = valueBytes
    }

    /// A long assessment is some 50,000 characters; this is room for several.
    package static let form = FormLimits(bytes: 1 << 20, fields: 500, valueBytes: 256 * 1024)
    package static let query = FormLimits(bytes: 8 * 1024, fields: 50, valueBytes: 1024)
}

/// Why a form could not be read at all. Names the field, never what was in it.
package enum FormUnreadable: Error, Hashable, Sendable {
    case tooLong
    case tooManyFields
    case valueTooLong(field: String)
    /// A broken escape, or bytes that are not UTF-8.
    case notText
}
