import AccessRules
import ChildJourney
import Crypto
import WorkingDays

/// The bytes of documents, about children or given to inspectors, kept with the entries that name them.
package protocol DocumentKeeping: Sendable {
    /// Records that there is a document and whatever is said with it, and keeps its bytes, in one transaction. Bytes kept already are
    /// not kept twice.
    func append(
        _ document: NewEntry, with bytes: [UInt8], beside others: [NewEntry], in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Appended
    /// The bytes of a document of a child, to be handed over; the log says which, and to whom.
    func document(
        _ id: RecordID, of child: SubjectID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UInt8]
    /// The bytes of the file the council gave when inspectors asked for a document, to be handed over; the log says which, and to whom.
    func document(
        askedFor id: RecordID, in inspection: Subject, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UInt8]
    /// Erases the file the council gave, and what it said of it: what was asked for waits again.
    func takeBack(
        askedFor id: RecordID, in inspection: Subject, because why: String, access: Access, at moment: Moment
    ) async throws(StoreFailure)
    /// The number of the first entry whose document is gone or is not what it was; nil when all are whole.
    func firstBrokenDocument(of council: CouncilCode) async throws(StoreFailure) -> Int64?
}

extension DocumentKeeping {
    package func append(
        _ document: NewEntry, with bytes: [UInt8], in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Appended {
        try await append(document, with: bytes, beside: [], in: council, at: moment)
    }
}

/// By what a document's bytes are known.
package enum DocumentHash {
    /// SHA-256 in 64 hexadecimal digits.
    package static func text(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The hash of the bytes a record names; nil for one that names none.
    package static func named(by body: any EntryBody) -> String? {
        switch body {
        case let document as ReceivedDocument: document.hash
        case let request as InspectionRequest: request.fileHash
        default: nil
        }
    }
}
