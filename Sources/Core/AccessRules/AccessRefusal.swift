/// Why leave was not given.
package enum AccessRefusal: Error, Hashable, Sendable {
    /// The role never may.
    case notForThisRole(Role, Verb)
    /// The record belongs to another council.
    case anotherCouncil
    /// A restricted child, and the person is not on its list.
    case restricted
    /// The verb is done to a child and none was named, or the other way round.
    case wrongTarget
}
