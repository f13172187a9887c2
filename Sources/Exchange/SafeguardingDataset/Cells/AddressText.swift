/// An address from the pieces the dataset keeps it in, as one line of text.
enum AddressText {
    /// What stands in the line, in no order but that of the cell: references to maps are left out.
    private static let pieces: Set<String> = ["ROOM", "FLOOR", "FLAT", "BUILDING", "HOUSE", "STREET", "TOWN"]

    /// False when the cell looks like JSON and is not. What could be read of it is kept.
    static func read(_ cell: Cell, into line: inout [UInt8]) -> Bool {
        line.removeAll(keepingCapacity: true)
        guard cell[0] == UInt8(ascii: "{") || cell[0] == UInt8(ascii: "[") else {
            line.append(contentsOf: cell)
            return true
        }
        var scalars = JSONScalars(cell)
        var latest: [UInt8] = []
        do {
            while let scalar = try scalars.next() {
                guard !scalar.value.isEmpty, pieces.contains(scalar.name.text.uppercased()) else { continue }
                var piece: [UInt8] = []
                JSONText.append(scalar.value, to: &piece)
                // Some case systems fill both the building and the house with the same number.
                if piece == latest { continue }
                if !line.isEmpty { line.append(contentsOf: ", ".utf8) }
                line.append(contentsOf: piece)
                latest = piece
            }
            return true
        } catch {
            return false
        }
    }

    /// The dataset's shape, with the whole line as its street: a line cannot be cut up again.
    static func json(_ line: String) -> String {
        let street = JSONText.quoted(line)
        return "{\"ROOM\": \"\", \"FLOOR\": \"\", \"FLAT\": \"\", \"BUILDING\": \"\", \"HOUSE\": \"\", "
            + "\"STREET\": \(street), \"TOWN\": \"\", \"UPRN\": \"\", \"EASTING\": \"\", \"NORTHING\": \"\"}"
    }
}
