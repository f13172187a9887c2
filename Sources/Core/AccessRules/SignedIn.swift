/// The id of somebody who signs in, within one council.
package struct UserID: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: UserID, right: UserID) -> Bool { left.text < right.text }
}

/// Somebody who has signed in: who they are and for which council.
package struct SignedIn: Hashable, Sendable {
    package let council: CouncilCode
    package let user: UserID
    package let role: Role
    /// The team they belong to, by its id in the record; a first filter on lists, never a fence.
    package let team: String?
    package let inspecting: Inspecting

    /// What lets somebody open children's records now, besides their role.
    package enum Inspecting: Hashable, Sendable {
        /// The role alone decides.
        case notAsked
        /// An inspector: these inspections, the latest to begin first. With none of them children's records are closed.
        case only([String])
    }

    package init(
        council: CouncilCode, user: UserID, role: Role, team: String? = nil, inspecting: Inspecting = .notAsked
    ) {
        self.inspecting = inspecting
        self.council = council
        self.user = user
        self.role = role
        self.team = team
    }
}

extension SignedIn {
    /// What they may do now: what their role may, but for an inspector whom no inspection lets in. What they found they may still write down.
    package var mayDo: Set<Verb> {
        isShutOut ? role.mayDo.intersection([.inspect, .seeAssurance]) : role.mayDo
    }

    /// An inspector before their inspection lets them in, or after it has ended.
    package var isShutOut: Bool { inspecting == .only([]) }

    /// The inspection in the course of which they look.
    package var inspection: String? {
        if case .only(let inspections) = inspecting { inspections.first } else { nil }
    }
}
