extension Journey {
    /// Addresses that may take part in finding a child: none at all where an address is withheld for the child, or for
    /// anybody the child belongs with. Whoever types an address would else learn from the answer who lives there. Asks for
    /// a journey with its family, and for all that is withheld for the child, through ties that were sealed too.
    package func addresses(notWithheldBy withholding: Withholding) -> [Address] {
        let isWithheld =
            withholding.facts.contains(.address) || withholdsAddress
            || family.children.contains { $0.journey.withholdsAddress }
        guard !isWithheld else { return [] }
        return addresses.map(\.body).filter { address in
            [address.text, address.postcode].compactMap(\.self).allSatisfy { withholding.mentions(in: $0).isEmpty }
        }
    }

    private var withholdsAddress: Bool {
        guard hasCasework else { return false }
        return casework.withheldFacts.contains { $0.body.endedOn == nil && $0.body.facts.contains(.address) }
    }
}
