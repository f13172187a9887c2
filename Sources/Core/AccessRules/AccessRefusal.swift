/// Why leave was not given.
package enum AccessRefusal: Error, Hashable, Sendable {
    /// The role never may.
    case notForThisRole(Role, Verb)
    /// An inspector whom no inspection lets in now: it has not begun, has ended, or they were never let in.
    case outsideInspection
    /// The record belongs to another council.
    case anotherCouncil
    /// A restricted child, and the person is not on its list.
    case restricted
    /// The verb is done to a child and none was named, or the other way round.
    case wrongTarget
}
