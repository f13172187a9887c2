/// Who may do what to whose record. The only maker of `Access`.
package enum AccessRules {
    /// What a verb is done to.
    package enum Target: Hashable, Sendable {
        /// Lists, numbers, settings: nothing about one child.
        case council(CouncilCode)
        /// One child, with whatever restriction stands on the record now.
        case child(SubjectID, in: CouncilCode, Restriction)
    }

    /// Leave to do `verb` to `target`, or why not.
    package static func access(
        for person: SignedIn, to verb: Verb, _ target: Target, because reason: AccessReason
    ) -> Result<Access, AccessRefusal> {
        guard person.role.mayDo.contains(verb) else { return .failure(.notForThisRole(person.role, verb)) }
        guard person.mayDo.contains(verb) else { return .failure(.outsideInspection) }
        switch target {
        case .council(let council):
            guard council == person.council else { return .failure(.anotherCouncil) }
            guard !verb.concernsOneChild else { return .failure(.wrongTarget) }
            return .success(Access(who: person, verb: verb, child: nil, why: reason))
        case .child(let child, let council, let restriction):
            guard council == person.council else { return .failure(.anotherCouncil) }
            guard verb.concernsOneChild else { return .failure(.wrongTarget) }
            switch restriction.admission(of: person, to: verb) {
            case .named: return .success(Access(who: person, verb: verb, child: child, why: reason))
            case .brokeGlass(let why):
                return .success(
                    Access(who: person, verb: verb, child: child, why: why.and(reason), isByBreakGlass: true))
            case .refused: return .failure(.restricted)
            }
        }
    }
}
