/// A number that stands for a key: the same on every machine and every run, because it decides the order in which
/// children are handed out.
enum Fingerprint {
    /// FNV-1a, with a last mix so that its first bits, which choose the partition, are as even as its last.
    static func of(_ bytes: Cell) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }
}
