import ChildJourney
import Testing

/// An address in one line tells its postcode once, and never leaves out one that the text does not have.
struct AddressTests {
    @Test(
        arguments: [
            ("9 Secret Lane", "ZZ98 7QX", "9 Secret Lane, ZZ98 7QX"),
            ("9 Secret Lane, ZZ98 7QX", "ZZ98 7QX", "9 Secret Lane, ZZ98 7QX"),
            ("9 Secret Lane, zz987qx", "ZZ98 7QX", "9 Secret Lane, zz987qx"),
            ("9 Secret Lane, ZZ98 7QX", "ZZ987QX", "9 Secret Lane, ZZ98 7QX"),
            ("9 Secret Lane, LZ9 8QX", "Z9 8QX", "9 Secret Lane, LZ9 8QX, Z9 8QX"),
            ("9 Secret Lane, ZZ98 7QX", "ZZ98 7QY", "9 Secret Lane, ZZ98 7QX, ZZ98 7QY"),
            ("9 Secret Lane", nil, "9 Secret Lane"), ("9 Secret Lane", "", "9 Secret Lane"),
            (nil, "ZZ98 7QX", "ZZ98 7QX"),
            ("", "ZZ98 7QX", "ZZ98 7QX"), (nil, nil, ""),
        ] as [(String?, String?, String)])
    func `the postcode stands in it once`(_ one: (text: String?, postcode: String?, line: String)) {
        #expect(Address(postcode: one.postcode, text: one.text).line == one.line)
    }
}
