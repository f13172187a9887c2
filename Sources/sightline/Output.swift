import Foundation

/// What the program prints. A reader that has gone away (a closed pipe) is not an error worth a message.
enum Output {
    static func write(_ text: String, toError: Bool = false) {
        write(Array(text.utf8), toError: toError)
    }

    static func write(_ bytes: [UInt8], toError: Bool = false) {
        let handle = toError ? FileHandle.standardError : FileHandle.standardOutput
        try? handle.write(contentsOf: Data(bytes))
    }
}

/// How a table is printed.
enum OutputFormat: String, CaseIterable {
    case table, json, csv, html
}
