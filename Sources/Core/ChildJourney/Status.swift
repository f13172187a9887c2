import WorkingDays

/// What a child is to the council on a day; several may hold at once, shown in this order.
package enum Status: String, Sendable, Codable, CaseIterable {
    case inCare = "in care"
    case protectionPlan = "protection plan"
    case careLeaver = "care leaver"
    case inNeed = "in need"
    case referral
    case contact
    case closed

    /// Open children are those for whom somebody must be acting.
    package var isOpen: Bool {
        switch self {
        case .inCare, .protectionPlan, .careLeaver, .inNeed, .referral: true
        case .contact, .closed: false
        }
    }
}

extension Journey {
    /// A referral that is accepted, or not yet marked as needing nothing, makes a child in need until it is closed.
    package func statuses(on day: Day) -> [Status] {
        var found: [Status] = []
        if careEpisodes.contains(where: { runs($0.beganOn, $0.ceasedOn, on: day) }) { found.append(.inCare) }
        if protectionPlans.contains(where: { runs($0.startedOn, $0.endedOn, on: day) }) {
            found.append(.protectionPlan)
        }
        if referrals.contains(where: { $0.isAccepted && runs($0.receivedOn, $0.closedOn, on: day) }) {
            found.append(.inNeed)
        }
        if found.isEmpty, contacts.contains(where: { $0.receivedOn <= day && $0.outcome == nil }) {
            found.append(.contact)
        }
        return found.isEmpty ? [.closed] : found
    }

    /// Whether something that ends on `end` (that day no longer counting) runs on `day`. An end before the start is bad
    /// data, and must not make an open child look closed.
    private func runs(_ start: Day, _ end: Day?, on day: Day) -> Bool {
        start <= day && (end.map { day < $0 || $0 < start } ?? true)
    }

    package func isOpen(on day: Day) -> Bool { statuses(on: day).contains { $0.isOpen } }

    /// The last visit, up to and including the day, on which the child was seen.
    package func lastSeen(on day: Day) -> Recorded<Visit>? {
        visits.last { $0.on <= day && $0.seen == true }
    }

    package func lastSeenAlone(on day: Day) -> Recorded<Visit>? {
        visits.last { $0.on <= day && $0.seen == true && $0.seenAlone == true }
    }

    /// Who leads for the child on a day: the latest allocation that runs.
    package func lead(on day: Day) -> Recorded<Allocation>? {
        allocations.last { $0.role == .lead && $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
    }

    /// Who stands in for the lead on a day.
    package func cover(on day: Day) -> String? {
        let lead = lead(on: day)?.worker
        return allocations.last {
            $0.role == .cover && $0.worker != lead && $0.from <= day && ($0.until.map { day <= $0 } ?? true)
        }?.worker
    }

    /// Completed years on a day; nil before birth or when no birth date is recorded.
    package func age(on day: Day) -> Int? {
        guard let born = person?.bornOn, born <= day else { return nil }
        return born.completedYears(on: day)
    }
}

extension Recorded where Body == Referral {
    /// Accepted unless it is stated that nothing followed.
    package var isAccepted: Bool { body.noFurtherAction != true }
}
