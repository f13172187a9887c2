import ChildJourney
import WorkingDays

/// A child's family: brothers and sisters are numbered one after another inside a block.
struct Family: Sendable {
    let id: String
    let surname: String
    let postcode: String
    let ethnicity: String
    /// The children of the family, this one among them.
    let members: ClosedRange<Int>
    let child: Int

    private static let streets = ["AA", "AB", "AD", "AE", "AF", "AG", "AH", "AJ", "AL", "AN"]
    private static let sizes = [1, 1, 1, 1, 1, 2, 2, 2, 3, 4]

    init(of child: Int, setting: Setting) {
        let block = (child - 1) / Block.size
        var chance = Chance(seed: setting.seed, purpose: .family, number: block)
        var first = block * Block.size + 1
        let last = Block.children(of: block, council: setting.children).upperBound
        while true {
            let size = chance.pick(Self.sizes)
            let surname = InventedNames.surname(&chance)
            let ethnicity = chance.pick(NationalProfile.ethnicities)
            let street = chance.below(90)
            if child < first + size {
                id = "F\(100_000 + first)"
                self.surname = surname
                self.ethnicity = ethnicity
                // ZZ99 is a postcode area that no house has.
                postcode = "ZZ99 \(street / 10)\(Self.streets[street % 10])"
                members = first...min(first + size - 1, last)
                self.child = child
                return
            }
            first += size
        }
    }

    func add(to journey: inout Journey, ids: inout Identifiers) {
        journey.add(
            Address(kind: "Home", postcode: postcode, text: "Invented address, \(postcode)"), id: ids.next("Y"))
        journey.add(FamilyLink(family: id), id: ids.next("F"))
        for other in members where other != child {
            journey.add(Relationship(other: SimulatedChild.id(other), kind: "sibling"), id: ids.next("Q"))
        }
    }
}
