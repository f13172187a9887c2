import FileFormats

/// Assessment factors: a list of national codes, `["1A", "2B"]`; an object of them, `{"1A": "Yes"}`; or the codes with
/// commas between.
enum FactorsText {
    enum Fault {
        case malformed, unknownCode
    }

    /// Leaves the codes in `codes` with commas between them.
    static func read(_ cell: Cell, into codes: inout [UInt8]) -> Fault? {
        codes.removeAll(keepingCapacity: true)
        guard cell[0] == UInt8(ascii: "{") || cell[0] == UInt8(ascii: "[") else { return readPlain(cell, &codes) }
        var scalars = JSONScalars(cell)
        var fault: Fault?
        do {
            while let scalar = try scalars.next() {
                if scalar.name.isEmpty {
                    fault = add(scalar.value, &codes) ?? fault
                } else if YesNoText(scalar.value) == .yes {
                    fault = add(scalar.name, &codes) ?? fault
                }
            }
            return fault
        } catch {
            return .malformed
        }
    }

    static func json(_ codes: [String]) -> String {
        "[" + codes.map(JSONText.quoted).joined(separator: ", ") + "]"
    }

    private static func readPlain(_ cell: Cell, _ codes: inout [UInt8]) -> Fault? {
        var fault: Fault?
        for piece in cell.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 <= 0x20 }) {
            fault = add(Cell(rebasing: piece), &codes) ?? fault
        }
        return fault
    }

    /// One or two digits and perhaps a letter; anything else is passed over and told.
    private static func add(_ code: Cell, _ codes: inout [UInt8]) -> Fault? {
        if code.saysNothing { return nil }
        let digits = code.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
        let rest = code.dropFirst(digits)
        guard (1...2).contains(digits), rest.count <= 1,
            rest.allSatisfy({ $0 >= 65 && $0 <= 90 || $0 >= 97 && $0 <= 122 })
        else { return .unknownCode }
        if !codes.isEmpty { codes.append(UInt8(ascii: ",")) }
        for byte in code { codes.append(byte >= 97 ? byte - 32 : byte) }
        return nil
    }
}
