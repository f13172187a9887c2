import CLibxml2

/// A vocabulary's codes by the address libxml2 gives each name.
///
/// libxml2 keeps one copy of each name in the parser's dictionary, so equal addresses mean equal names: a look-up
/// compares one pointer and never makes a String.
struct XMLNameTable {
    private let slots: UnsafeMutableBufferPointer<Slot>
    private let mask: Int

    private struct Slot {
        var name: UInt
        var code: Int
    }

    init(_ vocabulary: XMLVocabulary, interningIn dictionary: xmlDictPtr?) {
        var capacity = 16
        while capacity < vocabulary.names.count * 4 { capacity *= 2 }
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(name: 0, code: 0))
        for (index, name) in vocabulary.names.enumerated() {
            guard let address = xmlDictLookup(dictionary, name, Int32(name.utf8.count)) else { continue }
            insert(UInt(bitPattern: address), code: index + 1)
        }
    }

    func deallocate() { slots.deallocate() }

    func code(_ name: UnsafePointer<xmlChar>) -> Int {
        let address = UInt(bitPattern: name)
        var index = place(address)
        while true {
            let slot = slots[index]
            if slot.name == address { return slot.code }
            if slot.name == 0 { return 0 }
            index = (index + 1) & mask
        }
    }

    private func insert(_ address: UInt, code: Int) {
        var index = place(address)
        while slots[index].name != 0 { index = (index + 1) & mask }
        slots[index] = Slot(name: address, code: code)
    }

    private func place(_ address: UInt) -> Int {
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
