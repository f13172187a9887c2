import API

/// One line of a benchmark: what was measured, at what size, and beside which floor of the same run.
struct BenchResult {
    let name: String
    let size: Int
    /// Seconds, unless `unit` says otherwise.
    let value: Double
    let unit: String
    let peakMegabytes: Double?
    let floor: Double?
    /// What the floor is.
    let floorName: String

    /// Times the floor; for a rate, the share of it.
    var ratio: Double? {
        guard let floor, floor > 0 else { return nil }
        return value / floor
    }

    var line: String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        var text = padded(name, 34) + padded(String(size), 9) + padded("\(rounded(value)) \(unit)", 18)
        text += padded(peakMegabytes.map { "\(Int($0)) MB" } ?? "", 9)
        if let floor, let ratio { text += "floor \(rounded(floor)) (\(floorName)), ratio \(rounded(ratio))" }
        return text
    }

    private func rounded(_ value: Double) -> String {
        let digits = value < 1 ? 1000.0 : value < 100 ? 100 : 1
        return String((value * digits).rounded() / digits)
    }

    func write(to json: inout JSONText) {
        json.object {
            $0.field("name", name)
            $0.field("size", size)
            $0.field("value", rounded(value))
            $0.field("unit", unit)
            $0.field("peakMegabytes", peakMegabytes.map { String(Int($0)) })
            $0.field("floor", floor.map(rounded))
            $0.field("floorName", floorName)
            $0.field("ratio", ratio.map(rounded))
        }
    }
}
