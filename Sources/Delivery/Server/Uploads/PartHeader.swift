/// What stands above one part of a form with files: the name of its field, and the name of the file if it is one.
struct PartHeader: Equatable {
    let name: String
    /// As the browser sent it; shown after `FileName` has cleaned it, and never used as a path.
    let fileName: String?

    init(name: String, fileName: String? = nil) {
        self.name = name
        self.fileName = fileName
    }

    init(lines: some Collection<UInt8>) throws(UploadUnreadable) {
        guard let text = String(validating: lines, as: UTF8.self) else { throw .malformed }
        // NB: Swift takes a carriage return and line feed for one character.
        for line in text.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-disposition" else { continue }
            try self.init(disposition: parts[1])
            return
        }
        throw .malformed
    }

    /// Reads `form-data; name="file"; filename="census.xml"`.
    private init(disposition: Substring) throws(UploadUnreadable) {
        var rest = disposition.drop { $0 == " " }
        guard rest.prefix(9).lowercased() == "form-data" else { throw .malformed }
        rest = rest.dropFirst(9)
        var values: [String: String] = [:]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { throw .malformed }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            guard values.updateValue(try PartHeader.value(&rest), forKey: key) == nil else { throw .malformed }
        }
        guard let name = values["name"] else { throw .malformed }
        self.init(name: name, fileName: values["filename"])
    }

    /// A value in quotes, where browsers write a quote as %22 and others as \"; or a bare word.
    private static func value(_ rest: inout Substring) throws(UploadUnreadable) -> String {
        guard rest.first == "\"" else {
            let word = rest.prefix { $0 != ";" && $0 != " " }
            rest = rest[word.endIndex...]
            return String(word)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                return value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            case "\\" where rest.first == "\"": value.append(rest.removeFirst())
            default: value.append(character)
            }
        }
        throw .malformed
    }
}

/// The name a person gave a file, fit to be shown: no folders, no characters that cannot be seen, not too long.
///
/// It may hold a child's name. It is never part of a path, and never written to a log.
package struct FileName: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ sent: String) {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let seen = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let short = String(String.UnicodeScalarView(seen)).prefix(120)
        text = short.allSatisfy({ $0 == "." || $0 == " " }) ? "file" : String(short)
    }

    package var description: String { text }
}
