extension Journey {
    /// Addresses that may take part in finding a child: none at all where an address is withheld for the child, or for
    /// anybody the child belongs with. Whoever types an address would else learn from the answer who lives there. Asks for
    /// a journey with its family.
    package var addressesNotWithheld: [Address] {
        let isWithheld = withholdsAddress || family.children.contains { $0.journey.withholdsAddress }
        return isWithheld ? [] : addresses.map(\.body)
    }

    private var withholdsAddress: Bool {
        guard hasCasework else { return false }
        return casework.withheldFacts.contains { $0.body.endedOn == nil && $0.body.facts.contains(.address) }
    }
}
