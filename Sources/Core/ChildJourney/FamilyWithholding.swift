extension Journey {
    /// What must not be told of this child, with what is withheld for those they belong with. What is withheld for a
    /// brother or a sister is withheld here too, and so is where whoever lives with the child lives: they are behind the
    /// same door. Asks for a journey with its family.
    package var withholdingAmongFamily: Withholding {
        var withholding = withholding
        if withholding.hides(.address) {
            let atHome = relationships.filter { $0.isAdult == true && $0.livesWith == true }.map(\.other)
            for adult in family.adults where atHome.contains(adult.id) {
                for address in adult.journey.addresses where address.until == nil {
                    for words in [address.text, address.postcode].compactMap(\.self) {
                        withholding.look(for: .address, saying: words)
                    }
                }
            }
        }
        for beside in family.children.map(\.journey.withholding) where !beside.isEmpty {
            withholding.alsoHide(beside)
        }
        return withholding
    }

    /// Addresses that may be told of: none where the child's are withheld and may not be known already, and none that is
    /// withheld for somebody the child belongs with.
    package var addressesNotWithheld: [Address] {
        let withholding = withholdingAmongFamily
        guard !withholding.isEmpty else { return addresses.map(\.body) }
        return addresses.map(\.body).filter { address in
            [address.text, address.postcode].compactMap(\.self).allSatisfy { words in
                withholding.mentions(in: words).isEmpty
            } && !(withholding.hides(.address) && address.until == nil)
        }
    }
}
