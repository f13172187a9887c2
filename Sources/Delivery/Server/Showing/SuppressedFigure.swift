import AccessRules

/// A count as somebody with numbers only may see it.
///
/// NB: pages have a `Figure` of their own; see `SignedInPerson` for why it takes a file to tell the two apart.
typealias SuppressedFigure = Figure
