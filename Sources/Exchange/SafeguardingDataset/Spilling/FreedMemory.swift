import CMalloc

/// What a part used is of no use to the next one, which is put together on other threads: kept by each of them it would
/// add up with the number of parts.
enum FreedMemory {
    static func giveBack() {
        #if os(Linux)
            malloc_trim(0)
        #endif
    }
}
