import AccessRules
import ChildJourney
import WorkingDays

/// An entry to be recorded; the store gives it its number, its moment and its place in the chain.
package struct NewEntry: Sendable {
    package enum Content: Sendable {
        case body(any EntryBody)
        case withdrawal(RecordKind)
        case erasure(Erasure)
        case cover(StoredCover)
    }

    package let subject: Subject
    /// Chosen by whoever records, so that the same form sent twice is recorded once.
    package let id: RecordID
    package let content: Content
    package let by: Author
    /// The number of the entry it corrects.
    package let corrects: Int64?
    /// Shared by the entries of one event about several children.
    package let occasion: String?

    package init(
        _ body: any EntryBody, id: RecordID, about subject: Subject, by author: Author, corrects: Int64? = nil,
        occasion: String? = nil
    ) {
        self.init(.body(body), id: id, about: subject, by: author, corrects: corrects, occasion: occasion)
    }

    package init(
        _ content: Content, id: RecordID, about subject: Subject, by author: Author, corrects: Int64? = nil,
        occasion: String? = nil
    ) {
        self.subject = subject
        self.id = id
        self.content = content
        self.by = author
        self.corrects = corrects
        self.occasion = occasion
    }

    package var kind: EntryKind {
        switch content {
        case .body(let body): .record(type(of: body).kind)
        case .withdrawal: .withdrawn
        case .erasure: .erased
        case .cover: .cover
        }
    }

    package var version: Int {
        guard case .body(let body) = content else { return 1 }
        return type(of: body).version
    }

    package var happenedOn: Day? {
        guard case .body(let body) = content else { return nil }
        return body.happenedOn
    }
}
