import AccessRules

/// What kind of subject entries are about.
package enum SubjectKind: String, Sendable, Codable, CaseIterable {
    case child, worker, team
    /// A grown-up of a child's family or home.
    case adult
    /// A place data comes from; its entries say what it covers.
    case source
    /// The council itself: its entries hold for all its records.
    case council
    /// Children whose files are read, and what became of that.
    case sample
    case inspection
    /// What a council has promised to put right; it names no child.
    case plan
}

/// Whoever an entry is about.
package struct Subject: Hashable, Sendable {
    package let kind: SubjectKind
    package let id: SubjectID

    package init(_ kind: SubjectKind, _ id: SubjectID) {
        self.kind = kind
        self.id = id
    }

    package static func child(_ id: SubjectID) -> Subject { Subject(.child, id) }
    package static func adult(_ id: SubjectID) -> Subject { Subject(.adult, id) }
    /// What is recorded for every record of the council.
    package static let wholeCouncil = Subject(.council, "record:council")

    /// The one form that is stored and hashed: `child/census:123`.
    package var text: String { "\(kind.rawValue)/\(id.text)" }

    /// Fails unless the text has the stored form.
    package init?(text: String) {
        guard let slash = text.firstIndex(of: "/"), let kind = SubjectKind(rawValue: String(text[..<slash])) else {
            return nil
        }
        self.init(kind, SubjectID(String(text[text.index(after: slash)...])))
    }
}
