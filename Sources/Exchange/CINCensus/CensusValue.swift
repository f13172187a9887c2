import FileFormats

/// One value of a census as it goes by: its element, its bytes (valid only during the call) and where it stands.
struct CensusValue {
    let element: CensusElement
    let bytes: UnsafeBufferPointer<UInt8>
    let position: XMLPosition

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Codes and dates may be quoted in a diagnostic; what could name a child may not.
    var isQuotable: Bool {
        switch element {
        case .childID, .pupilNumber, .formerPupilNumber, .birthDate: false
        default: bytes.count <= 12
        }
    }
}
