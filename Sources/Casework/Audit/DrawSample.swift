import AccessRules
import Assurance
import ChildJourney
import Crypto
import RecordKeeping
import WorkingDays

/// Draws children whose files are read. Nobody chooses the seed, and every draw is an entry, used or not.
package struct DrawSample: Sendable {
    /// What is asked of a draw.
    package struct Request: Sendable {
        package var purpose: String
        package var method: DrawMethod
        package var size: Int
        package var tool: String
        package var frame: FrameQuestion
        package var grouping: Grouping
        package var inspection: String?
        package var reauditOf: String?
        /// The theme it was drawn for, by its id.
        package var theme: String?
        /// Files audited since this day are left out, but for a re-audit and for a child once flagged unsafe. Nil: none is.
        package var leavingOutAuditedSince: Day?

        package init(
            purpose: String, method: DrawMethod, size: Int, tool: String, frame: FrameQuestion,
            grouping: Grouping = .none, leavingOutAuditedSince: Day? = nil
        ) {
            self.purpose = purpose
            self.method = method
            self.size = size
            self.tool = tool
            self.frame = frame
            self.grouping = grouping
            self.leavingOutAuditedSince = leavingOutAuditedSince
        }
    }

    package enum Grouping: String, Sendable, CaseIterable {
        case none, status, team, age

        package var words: String {
            switch self {
            case .none: "not at all"
            case .status: "by status"
            case .team: "by team"
            case .age: "by age"
            }
        }
    }

    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    @discardableResult
    package func callAsFunction(_ request: Request, id: String) async throws(AssuranceRefusal) -> SampledCaseList {
        let access = try assurer.leave(to: .drawSample)
        guard !request.purpose.isEmpty else { throw .missing("what the sample is for") }
        guard request.method != .chosen else { throw .notOfTheFramework("a chosen sample that is drawn") }
        guard request.size > 0 || request.method == .wholeFrame else { throw .missing("how many files are read") }
        let (store, today, now) = (assurer.store, assurer.today, assurer.now())
        let answer = try await assurer.stored { () throws(StoreFailure) in
            try await store.frame(
                of: request.frame, on: today, weighing: request.method == .riskWeighted, access: access, at: now)
        }
        let frame = Self.frame(request, answer, on: today)
        guard frame.count > 0 else { throw .emptyFrame }
        let head = try await assurer.stored { () throws(StoreFailure) in
            try await store.head(of: assurer.person.council)
        }
        let earlier = try await assurer.stored { () throws(StoreFailure) in try await store.draws(access: access) }
        let number = 1 + earlier
        let draw = SampleDraw(
            frame, method: request.method, size: request.size, chainHead: head.hash, draw: number
        ) { Array(SHA256.hash(data: $0)) }
        var sample = CaseSample(
            on: today, purpose: request.purpose, method: request.method.rawValue, tool: request.tool,
            frame: frame.words, frameAsOf: today, frameCount: frame.count,
            exclusions: frame.exclusions.map { SampleExclusion(words: $0.words, children: $0.children) },
            cases: draw.cases.map(Self.stored), reserve: draw.reserve.map(Self.stored))
        sample.seed = hexadecimal(draw.seed)
        sample.frameDigest = hexadecimal(draw.frameDigest)
        sample.draw = number
        sample.inspection = request.inspection ?? assurer.person.inspection
        sample.reauditOf = request.reauditOf
        sample.theme = request.theme
        try await assurer.append(sample, id: "sample", about: Assurer.sample(id))
        return SampledCaseList(sample: sample, chainHead: head)
    }

    /// Nobody who was once flagged unsafe is ever left out.
    static func frame(_ request: Request, _ answer: FrameAnswer, on day: Day) -> SamplingFrame {
        var members: [SamplingFrame.Member] = []
        var audited = 0
        for child in answer.children {
            if let since = request.leavingOutAuditedSince, request.reauditOf == nil, !child.wasEverFlagged,
                let on = child.auditedOn, on >= since
            {
                audited += 1
                continue
            }
            members.append(
                SamplingFrame.Member(
                    child: child.child.text,
                    stratum: request.method == .stratified ? stratum(of: child, request.grouping, on: day) : "",
                    weight: request.method == .riskWeighted ? weight(of: child) : 1))
        }
        var exclusions: [SamplingFrame.Exclusion] = []
        if audited > 0, let since = request.leavingOutAuditedSince {
            exclusions.append(.init(words: "audited since \(since.words)", children: audited))
        }
        if answer.restricted > 0 {
            exclusions.append(.init(words: "restricted, and not open to whoever drew", children: answer.restricted))
        }
        return SamplingFrame(asOf: day, words: request.frame.words, members: members, exclusions: exclusions)
    }

    private static func stratum(of child: FrameAnswer.Child, _ grouping: Grouping, on day: Day) -> String {
        switch grouping {
        case .none: ""
        case .status: child.statuses.all.first?.rawValue ?? "not known"
        case .team: child.team ?? "no team"
        case .age:
            child.bornOn.map { born in
                switch (day - born) / 365 {
                case ..<1: "under 1"
                case ..<5: "1 to 4"
                case ..<10: "5 to 9"
                case ..<16: "10 to 15"
                default: "16 and over"
                }
            } ?? "not known"
        }
    }

    /// One, and more for each concern that stands: 4 for level 1, 2 for level 2, 1 for level 3. Local practice (L).
    private static func weight(of child: FrameAnswer.Child) -> Double {
        1 + zip(child.levels, [4.0, 2.0, 1.0]).reduce(0) { $0 + Double($1.0) * $1.1 }
    }

    private static func stored(_ drawn: SampleDraw.Case) -> SampledCase {
        SampledCase(child: drawn.child, stratum: drawn.stratum, chance: drawn.chance)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
}

/// A draw, and where the chain ended when it was made: what anybody needs to draw it again.
package struct SampledCaseList: Sendable {
    package let sample: CaseSample
    package let chainHead: ChainHead
}
