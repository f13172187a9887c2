/// A form in which a record can reach Sightline, as truth lines name it.
package enum SourceFormat: String, Sendable, CaseIterable {
    /// A children in need census file for the year to the reference day.
    case census
    /// A Standard Safeguarding Dataset extract taken on the reference day.
    case ssd
    /// A record kept in Sightline itself.
    case record
}
