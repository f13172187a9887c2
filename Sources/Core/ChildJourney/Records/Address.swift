import WorkingDays

/// Where a person lives or lived. Shown only through Access, and never copied between records.
package struct Address: EntryBody {
    package static var kind: RecordKind { .address }

    /// The source's word for the kind of address.
    package var kind: String?
    package var postcode: String?
    package var text: String?
    package var from: Day?
    package var until: Day?

    package init(
        kind: String? = nil, postcode: String? = nil, text: String? = nil, from: Day? = nil, until: Day? = nil
    ) {
        self.kind = kind
        self.postcode = postcode
        self.text = text
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Address>, into journey: inout Journey) {
        journey.addresses.append(record)
    }
}

extension Address {
    /// In one line, with its postcode once: many systems write it into the text as well.
    package var line: String {
        [text, saysPostcode ? nil : postcode].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Whether the text has the postcode as words of its own, however it is spaced.
    private var saysPostcode: Bool {
        func words(_ text: String) -> [String] {
            text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        let code = words(postcode ?? "").joined()
        let said = words(text ?? "")
        return said.contains(code) || zip(said, said.dropFirst()).contains { $0 + $1 == code }
    }
}
