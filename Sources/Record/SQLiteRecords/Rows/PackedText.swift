import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// Small lists in one column of text: fields and items are set apart by characters nobody can type.
enum PackedText {
    private static let field = "\u{1F}"
    private static let item = "\u{1E}"

    static func items(_ text: String) -> [String] {
        text.isEmpty ? [] : split(Substring(text), 0x1E).map(String.init)
    }

    /// A number that stands for an item, where only equality is asked: FNV-1a over its bytes.
    static func sign(of item: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var sign: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in item { sign = (sign ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return sign
    }

    /// The number of each item, none of them made into text.
    static func forEachSign(in packed: UnsafeBufferPointer<UInt8>, _ each: (UInt64) -> Void) {
        guard !packed.isEmpty else { return }
        var start = 0
        for end in 0...packed.count where end == packed.count || packed[end] == 0x1E {
            each(sign(of: UnsafeBufferPointer(rebasing: packed[start..<end])))
            start = end + 1
        }
    }

    static func text(_ items: some Sequence<String>) -> String { items.joined(separator: item) }

    private static func packed(_ text: String) -> [[Substring]] {
        text.isEmpty ? [] : split(Substring(text), 0x1E).map { split($0, 0x1F) }
    }

    /// By bytes: by characters it would take ten times as long.
    private static func split(_ text: Substring, _ separator: UInt8) -> [Substring] {
        text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
    }

    private static func join(_ fields: String...) -> String { fields.joined(separator: field) }

    static func statuses(_ steps: [StatusStep]) -> String {
        text(steps.map { join(String($0.from.number), String($0.statuses.bits)) })
    }

    static func statuses(_ text: String) throws -> [StatusStep] {
        try packed(text).map { fields in
            guard fields.count == 2, let day = Int32(fields[0]), let bits = Int(fields[1]) else {
                throw StoreFailure.damaged(table: "child")
            }
            return StatusStep(from: Day(number: day), statuses: StatusSet(bits: bits))
        }
    }

    static func holders(_ steps: [HolderStep]) -> String {
        text(
            steps.map { step in
                let who = [String(step.from.number), step.worker ?? "", step.team ?? ""]
                return (who + (step.isLead ? [] : [ofTheReferral])).joined(separator: field)
            })
    }

    /// The fourth field of a step in which nobody leads.
    private static let ofTheReferral = "referral"

    static func holders(_ text: String) throws -> [HolderStep] {
        try packed(text).map { fields in
            guard 3...4 ~= fields.count, let day = Int32(fields[0]) else { throw StoreFailure.damaged(table: "child") }
            return HolderStep(
                from: Day(number: day), worker: fields[1].isEmpty ? nil : String(fields[1]),
                team: fields[2].isEmpty ? nil : String(fields[2]), isLead: fields.count == 3)
        }
    }

    static func notChecked(_ limbs: [NotChecked]) -> String {
        text(limbs.map { join($0.code.text, $0.limb, $0.because) })
    }

    static func notChecked(_ text: String) throws -> [NotChecked] {
        try packed(text).map { fields in
            guard fields.count == 3 else { throw StoreFailure.damaged(table: "child") }
            return NotChecked(code: ConcernCode(String(fields[0])), limb: String(fields[1]), because: String(fields[2]))
        }
    }

    static func evidence(_ evidence: [Evidence]) -> String {
        text(
            evidence.map {
                join($0.kind.rawValue, $0.on.map { String($0.number) } ?? "", String($0.place), $0.says)
            })
    }

    static func evidence(_ text: String) throws -> [Evidence] {
        try packed(text).map { fields in
            guard fields.count == 4, let kind = RecordKind(rawValue: String(fields[0])), let place = Int64(fields[2])
            else {
                throw StoreFailure.damaged(table: "concern")
            }
            return Evidence(kind, on: Int32(fields[1]).map(Day.init(number:)), place: place, says: String(fields[3]))
        }
    }

    static func delays(_ delays: [ConcernDelay]) -> String {
        text(delays.map { join($0.reason.rawValue, String($0.newDay.number), $0.isAgreed ? "1" : "0") })
    }

    static func delays(_ text: String) throws -> [ConcernDelay] {
        guard !text.isEmpty else { return [] }
        return try packed(text).map { fields in
            guard fields.count == 3, let reason = DelayReason(rawValue: String(fields[0])), let day = Int32(fields[1])
            else { throw StoreFailure.damaged(table: "concern") }
            return ConcernDelay(reason: reason, newDay: Day(number: day), isAgreed: fields[2] == "1")
        }
    }

    static func numbers(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " ") }

    static func numbers(_ text: String) throws -> [Int] {
        try text.split(separator: " ").map {
            guard let number = Int($0) else { throw StoreFailure.damaged(table: "concern") }
            return number
        }
    }
}
