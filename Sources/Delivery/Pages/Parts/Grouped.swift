/// A count with a comma at each thousand: 12,408.
struct Grouped: CustomStringConvertible {
    let count: Int

    init(_ count: Int) {
        self.count = count
    }

    var description: String {
        let digits = String(count.magnitude)
        var written = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place).isMultiple(of: 3) { written.append(",") }
            written.append(digit)
        }
        return count < 0 ? "-" + written : written
    }
}
