import ChildJourney
import WorkingDays

/// A job that holds the children of a block, whoever has it: workers follow one another, each for over a year.
struct Post: Sendable {
    /// One worker's time in the post.
    struct Tenure: Sendable {
        let worker: String
        let from: Day
        /// The last day in the post; nil for whoever has it on the reference day.
        let until: Day?
    }

    let block: Int
    let part: Part
    let tenures: [Tenure]

    /// A block has one post, or two that share it.
    enum Part: String, Sendable, CaseIterable {
        case main = "A"
        case newlyQualified = "B"
    }

    /// Six blocks to a team.
    static let blocksInTeam = 6

    var teamNumber: Int { block / Self.blocksInTeam }
    var team: String { Self.team(teamNumber) }

    static func team(_ number: Int) -> String { "T\(1000 + number)" }

    init(block: Int, part: Part, setting: Setting) {
        self.block = block
        self.part = part
        var chance = Chance(seed: setting.seed, purpose: .post, number: block * 2 + (part == .main ? 0 : 1))
        let stem = "W\(10000 + block)\(part.rawValue)"
        var tenures: [Tenure] = []
        var from = setting.historyStart - 60 - chance.below(300)
        if part == .newlyQualified {
            let joined = setting.practice.earlier(0, setting.today - 200 - chance.below(130))
            tenures.append(Tenure(worker: stem + "1", from: from, until: joined - 1))
            tenures.append(Tenure(worker: stem + "2", from: joined, until: nil))
        } else {
            // More than thirteen months each: no child ever has four leads in twelve months from this alone.
            while true {
                let wanted = from + 420 + chance.below(900)
                let worker = stem + String(tenures.count + 1)
                guard wanted < setting.today - 5 else {
                    tenures.append(Tenure(worker: worker, from: from, until: nil))
                    break
                }
                let last = setting.practice.earlier(0, wanted)
                tenures.append(Tenure(worker: worker, from: from, until: last))
                // Some hand over on the day, some the day after.
                from = chance.happens(perThousand: 500) ? last : last + 1
            }
        }
        self.tenures = tenures
    }

    func worker(on day: Day) -> String? {
        tenures.last { $0.from <= day }?.worker
    }

    /// Who leads for a child from one day to another: one allocation for each tenure.
    func leads(from first: Day, until last: Day?) -> [Allocation] {
        var found: [Allocation] = []
        for tenure in tenures {
            if let left = tenure.until, left < first { continue }
            if let last, tenure.from > last { continue }
            let from = max(first, tenure.from)
            let until = [tenure.until, last].compactMap { $0 }.min()
            found.append(
                Allocation(
                    worker: tenure.worker, team: team, role: .lead, from: from, until: until,
                    changeReason: found.isEmpty ? nil : "Worker left the post"))
        }
        return found
    }
}
