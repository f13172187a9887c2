/// A QR code (ISO/IEC 18004) of bytes, at the level of correction that restores 15 % (M), in versions 1 to 10: up to 213
/// bytes, more than the address of a key ever needs.
///
/// Drawn here because the secret it holds may go to no other site, and no package there is draws one.
package struct QRCode: Sendable {
    package let size: Int
    private var modules: [Bool]
    private var isFixed: [Bool]

    package func isDark(_ row: Int, _ column: Int) -> Bool { modules[row * size + column] }

    /// Correction bytes to a block, and how many blocks, for level M by version (table 9).
    private static let correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
    private static let blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

    /// Nil when the bytes are too many.
    package init?(_ bytes: [UInt8]) {
        guard let version = (1...10).first(where: { Self.room($0) >= bytes.count }) else { return nil }
        size = 17 + 4 * version
        modules = Array(repeating: false, count: size * size)
        isFixed = modules
        drawFixed(version)
        place(Self.corrected(Self.framed(bytes, version), version))
        chooseMask()
    }

    // MARK: What is written

    /// All bytes a version holds, correction and all.
    private static func allBytes(_ version: Int) -> Int {
        var bits = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            bits -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { bits -= 36 }
        }
        return bits / 8
    }

    private static func dataBytes(_ version: Int) -> Int {
        allBytes(version) - correction[version - 1] * blocks[version - 1]
    }

    /// How many bytes of text fit, beside the mode and their count.
    private static func room(_ version: Int) -> Int { dataBytes(version) - (version < 10 ? 2 : 3) }

    private static func framed(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, version < 10 ? 8 : 16)
        for byte in bytes { append(Int(byte), 8) }
        let room = dataBytes(version) * 8
        append(0, min(4, room - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var pad = 0xEC
        while bits.count < room {
            append(pad, 8)
            pad ^= 0xEC ^ 0x11
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// The bytes in blocks, each with its correction, taken from the blocks in turn.
    private static func corrected(_ data: [UInt8], _ version: Int) -> [UInt8] {
        let count = blocks[version - 1]
        let extra = correction[version - 1]
        let short = data.count / count
        let divisor = generator(extra)
        var parts: [(data: [UInt8], correction: [UInt8])] = []
        var from = 0
        for block in 0..<count {
            let length = short + (block < count - data.count % count ? 0 : 1)
            let part = Array(data[from..<from + length])
            parts.append((part, remainder(part, divisor)))
            from += length
        }
        var all: [UInt8] = []
        for index in 0...short { for part in parts where index < part.data.count { all.append(part.data[index]) } }
        for index in 0..<extra { for part in parts { all.append(part.correction[index]) } }
        return all
    }

    // MARK: Reed-Solomon over the field of 256, modulo x^8 + x^4 + x^3 + x^2 + 1

    private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product = 0
        for bit in stride(from: 7, through: 0, by: -1) {
            product = product << 1 ^ (product >> 7) * 0x11D
            if right >> UInt8(bit) & 1 == 1 { product ^= Int(left) }
        }
        return UInt8(product)
    }

    private static func generator(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree)
        result[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                result[index] = multiply(result[index], root)
                if index + 1 < degree { result[index] ^= result[index + 1] }
            }
            root = multiply(root, 2)
        }
        return result
    }

    private static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for (index, coefficient) in divisor.enumerated() { result[index] ^= multiply(coefficient, factor) }
        }
        return result
    }
}

// MARK: Where it is drawn

extension QRCode {
    private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row * size + column] = dark
        isFixed[row * size + column] = true
    }

    private mutating func drawFixed(_ version: Int) {
        for index in 0..<size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            for down in -4...4 {
                for across in -4...4 {
                    let ring = max(abs(down), abs(across))
                    fix(row + down, column + across, ring != 2 && ring != 4)
                }
            }
        }
        drawAlignments(version)
        if version >= 7 { drawVersion(version) }
        drawFormat(mask: 0)
    }

    private mutating func drawAlignments(_ version: Int) {
        guard version >= 2 else { return }
        // Versions 7 to 10 have one in the middle of each side.
        let last = size - 7
        let places = version < 7 ? [6, last] : [6, (6 + last) / 2, last]
        for row in places {
            for column in places {
                let isCorner = (row == 6 && column == 6) || (row == 6 && column == last) || (row == last && column == 6)
                if isCorner { continue }
                for down in -2...2 {
                    for across in -2...2 { fix(row + down, column + across, max(abs(down), abs(across)) != 1) }
                }
            }
        }
    }

    private mutating func drawVersion(_ version: Int) {
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for index in 0..<18 {
            let dark = bits >> index & 1 == 1
            fix(size - 11 + index % 3, index / 3, dark)
            fix(index / 3, size - 11 + index % 3, dark)
        }
    }

    private mutating func drawFormat(mask: Int) {
        // Level M is 00.
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func dark(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { fix(index, 8, dark(index)) }
        fix(7, 8, dark(6))
        fix(8, 8, dark(7))
        fix(8, 7, dark(8))
        for index in 9..<15 { fix(8, 14 - index, dark(index)) }
        for index in 0..<8 { fix(8, size - 1 - index, dark(index)) }
        for index in 8..<15 { fix(size - 15 + index, 8, dark(index)) }
        fix(size - 8, 8, true)
    }

    /// Up and down in columns of two from the right, round what is fixed.
    private mutating func place(_ bytes: [UInt8]) {
        var bit = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                for column in [right, right - 1] {
                    let row = (right + 1) & 2 == 0 ? size - 1 - step : step
                    guard !isFixed[row * size + column], bit < bytes.count * 8 else { continue }
                    modules[row * size + column] = bytes[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
                    bit += 1
                }
            }
            right -= 2
        }
    }

    private mutating func apply(mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] {
                let flips =
                    switch mask {
                    case 0: (row + column) % 2 == 0
                    case 1: row % 2 == 0
                    case 2: column % 3 == 0
                    case 3: (row + column) % 3 == 0
                    case 4: (column / 3 + row / 2) % 2 == 0
                    case 5: row * column % 2 + row * column % 3 == 0
                    case 6: (row * column % 2 + row * column % 3) % 2 == 0
                    default: ((row + column) % 2 + row * column % 3) % 2 == 0
                    }
                if flips { modules[row * size + column].toggle() }
            }
        }
    }

    /// The pattern that leaves least to confuse a reader.
    private mutating func chooseMask() {
        let unmasked = self
        var best: (QRCode, faults: Int)?
        for mask in 0..<8 {
            var tried = unmasked
            tried.drawFormat(mask: mask)
            tried.apply(mask: mask)
            let faults = tried.faults
            if best.map({ faults < $0.faults }) ?? true { best = (tried, faults) }
        }
        if let best { self = best.0 }
    }

    /// The penalties of section 7.8.3, without the one for shapes like a finder.
    private var faults: Int {
        var sum = 0
        for line in 0..<size {
            sum += runs((0..<size).map { isDark(line, $0) }) + runs((0..<size).map { isDark($0, line) })
        }
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let dark = isDark(row, column)
                if isDark(row, column + 1) == dark, isDark(row + 1, column) == dark, isDark(row + 1, column + 1) == dark
                {
                    sum += 3
                }
            }
        }
        let dark = modules.count { $0 }
        return sum + abs(dark * 20 - modules.count * 10) / modules.count * 10
    }

    private func runs(_ line: [Bool]) -> Int {
        var sum = 0
        var length = 1
        for index in 1..<line.count {
            length = line[index] == line[index - 1] ? length + 1 : 1
            if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
        }
        return sum
    }
}
