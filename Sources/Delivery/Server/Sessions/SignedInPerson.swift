import AccessRules

/// Who is asking, as the access rules know them.
///
/// NB: pages have a `SignedIn` of their own, for the words at the top; and the enum `AccessRules` hides the module of
/// that name, so the two can only be told apart from a file that imports one of them.
package typealias SignedInPerson = SignedIn
