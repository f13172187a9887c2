import WorkingDays

/// The children a sample is drawn from: which, on which day, and who was left out and why.
package struct SamplingFrame: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        /// A subject's text: "record:17".
        package let child: String
        /// What the draw is stratified by: a status, a team, an age group. Empty where it is not.
        package let stratum: String
        /// How likely to be drawn beside the others: 1 where every child is as likely as the next.
        package let weight: Double

        package init(child: String, stratum: String = "", weight: Double = 1) {
            self.child = child
            self.stratum = stratum
            self.weight = weight
        }
    }

    package let asOf: Day
    /// What makes a child one of the frame, in words: "on a child protection plan".
    package let words: String
    /// By child, ascending, each child once.
    package let members: [Member]
    /// Why children were left out, and how many.
    package let exclusions: [Exclusion]

    package struct Exclusion: Hashable, Sendable, Codable {
        package let words: String
        package let children: Int

        package init(words: String, children: Int) {
            self.words = words
            self.children = children
        }
    }

    package init(asOf: Day, words: String, members: [Member], exclusions: [Exclusion] = []) {
        var seen: Set<String> = []
        self.asOf = asOf
        self.words = words
        self.members = members.filter { seen.insert($0.child).inserted }.sorted { $0.child < $1.child }
        self.exclusions = exclusions
    }

    package var count: Int { members.count }

    /// Everything a draw depends on but its seed, in one stable form: what the frame's digest is taken of.
    package var bytes: [UInt8] {
        var bytes = Array("\(asOf.number)\n\(words)\n".utf8)
        bytes.reserveCapacity(bytes.count + members.count * 24)
        for member in members {
            bytes += member.child.utf8
            bytes.append(9)
            bytes += member.stratum.utf8
            bytes.append(9)
            bytes += String(member.weight).utf8
            bytes.append(10)
        }
        return bytes
    }
}
