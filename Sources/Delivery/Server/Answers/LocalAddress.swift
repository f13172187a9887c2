import HTML

/// An address within this site, safe to send somebody on to.
package struct LocalAddress: Sendable, Hashable {
    package let text: String

    /// Fails on an address that leaves this site, or might: "//elsewhere.example", "/\elsewhere.example".
    package init?(_ address: String?) {
        guard let address, address.hasPrefix("/"), address.utf8.count <= 2000 else { return nil }
        guard address.utf8.allSatisfy({ $0 < 0x7F }), HTMLAddress(address).text == address else { return nil }
        text = address
    }
}
