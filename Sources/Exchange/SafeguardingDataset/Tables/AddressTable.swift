import ChildJourney

/// `ssd_address`: where a person lives or lived.
enum AddressTable: DatasetTable {
    static let layout = TableLayout(
        "address",
        columns: [
            .key("addr_table_id"), .person("addr_person_id"), .text("addr_address_type"),
            .day("addr_address_start_date"), .day("addr_address_end_date"), .text("addr_address_postcode"),
            .address("addr_address_json"),
        ])

    static func body(_ row: inout SpilledRow) -> Address {
        var address = Address(kind: row.text(), from: row.day(), until: row.day())
        address.postcode = row.text()
        address.text = row.text()
        return address
    }

    static func records(of journey: Journey) -> [Recorded<Address>] { journey.addresses }

    static func write(_ address: Address, to row: RowWriter) {
        row.put(address.kind)
        row.put(address.from)
        row.put(address.until)
        row.put(address.postcode)
        row.put(address.text.map(AddressText.json))
    }
}
