import AccessRules
import RecordKeeping

extension RequestDetails {
    /// Leave for whoever is asking to do what is not about one child; thrown where there is none.
    func leave(to verb: Verb, in live: Live) throws -> Access {
        let person = try signedIn().person
        let reason = RequestDetails.reason(person.role)
        return try AccessRules.access(for: person, to: verb, .council(live.council), because: reason).get()
    }

    /// Leave to do something to one child, with whatever restriction stands on the record now; `stated` is the reason
    /// somebody was asked for.
    func leave(
        to verb: Verb, child: SubjectID, because stated: AccessReason? = nil, in live: Live
    ) async throws -> Access {
        let person = try mayTry(verb, in: live)
        guard let restriction = try await live.store.restriction(of: child, in: live.council, at: live.now()) else {
            if let kept = try await live.store.recordKept(insteadOf: child, in: live.council) {
                throw Refused.isOne(child, with: kept)
            }
            throw Refused.notFound
        }
        return try AccessRules.access(
            for: person, to: verb, .child(child, in: live.council, restriction),
            because: stated ?? RequestDetails.reason(person.role)
        ).get()
    }

    /// Whoever is asking, if they may do this to any child at all. Asked before the store is: whether a child is known is
    /// not said to those who may know nothing.
    func mayTry(_ verb: Verb, in live: Live) throws -> SignedInPerson {
        let person = try signedIn().person
        guard person.council == live.council else { throw AccessRefusal.anotherCouncil }
        guard person.role.mayDo.contains(verb) else { throw AccessRefusal.notForThisRole(person.role, verb) }
        guard person.mayDo.contains(verb) else { throw AccessRefusal.outsideInspection }
        return person
    }

    /// A child as whoever is asking may see them.
    func open(_ child: SubjectID, in live: Live) async throws -> OpenedChild {
        let access = try await leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }

    /// The child of the address, for what a manager decides about a record that is kept here.
    func openToDecide(in live: Live) async throws -> OpenedChild {
        let child = SubjectID(try pathPart("child"))
        _ = try await leave(to: .decide, child: child, in: live)
        try await live.mustBeKeptHere()
        return try await open(child, in: live)
    }

    private static func reason(_ role: Role) -> AccessReason {
        switch role {
        case .administrator: .administration
        case .director, .manager, .frontDoor, .socialWorker, .emergencyDuty, .chair, .member, .partner: .work
        case .analyst: .dataQuality
        case .auditor: .audit
        case .inspector: .inspection
        }
    }
}
