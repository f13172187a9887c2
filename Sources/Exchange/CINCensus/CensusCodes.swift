/// The national codes a census may hold, by set; a code outside them is kept, with a diagnostic.
package struct CensusCodes: Sendable {
    /// A set of short codes, looked up by their bytes so that a known code never makes a String.
    struct Codes: Sendable {
        private let byBytes: [UInt64: String]

        init(_ codes: some Sequence<String>) {
            var found: [UInt64: String] = [:]
            for code in codes { found[Self.packed(code.utf8)] = code }
            byBytes = found
        }

        func code(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
            bytes.count > 8 ? nil : byBytes[Self.packed(bytes)]
        }

        private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
            bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    let pupilNumberUnknown, sex, ethnicity, disability, referralSource, primaryNeed, closureReason, category, factor,
        preProceedingsOutcome: Codes

    /// `sets` as read from the shipped table of code sets.
    package init(_ sets: [String: [String: String]]) {
        func codes(_ name: String) -> Codes { Codes(sets[name].map { Array($0.keys) } ?? []) }
        pupilNumberUnknown = codes("unknownupn")
        // Files up to 2023-24 hold GenderCurrent: 1, 2, 0 or 9.
        sex = Codes(["M", "F", "U", "1", "2", "0", "9"])
        ethnicity = codes("ethnicity")
        disability = codes("disability")
        referralSource = codes("referralsource")
        primaryNeed = codes("primaryneedcode")
        closureReason = codes("reasonforclosure")
        category = codes("categoryofabuse")
        factor = codes("assessmentfactors")
        preProceedingsOutcome = codes("ppoutcome (CS131)")
    }
}
