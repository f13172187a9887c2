import Concerns

/// A set of concern kinds in one small number. The places of the bits are stored, so they never change.
package struct KindSet: Hashable, Sendable {
    package let bits: Int

    package init(bits: Int) {
        self.bits = bits
    }

    package init(_ kinds: some Sequence<ConcernKind>) {
        bits = kinds.reduce(0) { $0 | 1 << $1.place }
    }

    package var all: [ConcernKind] { ConcernKind.allCases.filter(contains) }
    package func contains(_ kind: ConcernKind) -> Bool { bits & 1 << kind.place != 0 }
}

/// How many concerns of each kind, in one number: eight bits a kind, 255 at most.
package struct KindTally: Hashable, Sendable {
    package let bits: Int64

    package init(bits: Int64) {
        self.bits = bits
    }

    package init(_ kinds: some Sequence<ConcernKind>) {
        bits = kinds.reduce(0) { bits, kind in
            let shift = Int64(kind.place) * 8
            return (bits >> shift) & 0xFF == 0xFF ? bits : bits + 1 << shift
        }
    }

    package subscript(kind: ConcernKind) -> Int { Int(bits >> (Int64(kind.place) * 8) & 0xFF) }
    package var total: Int { ConcernKind.allCases.reduce(0) { $0 + self[$1] } }
}

extension ConcernKind {
    /// The place of the kind in stored numbers.
    package var place: Int {
        switch self {
        case .unseen: 0
        case .undecided: 1
        case .unowned: 2
        case .unshared: 3
        case .late: 4
        case .unrecorded: 5
        case .adrift: 6
        }
    }
}
