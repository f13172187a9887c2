/// The part of a file that is in memory: a record always lies in it whole.
struct ByteWindow: ~Copyable {
    private let source: any ByteSource
    private let chunkSize: Int
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where the bytes not yet used begin.
    var start = 0
    private(set) var end = 0
    private(set) var isLast = false
    private(set) var isASCII = true
    /// Bytes of the file that are no longer here.
    private(set) var dropped = 0
    /// Bytes taken from the source.
    var byteCount: Int { dropped + end }

    init(_ source: any ByteSource, chunkSize: Int) {
        self.source = source
        self.chunkSize = chunkSize
        capacity = chunkSize * 2
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    var unused: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + start, count: end - start) }

    /// Moves what is unused to the front and reads more behind it.
    mutating func fill() throws(FileFailure) {
        let kept = end - start
        if start > 0 {
            base.update(from: base + start, count: kept)
            dropped += start
            (start, end) = (0, kept)
        }
        if capacity - end < chunkSize { grow() }
        let room = UnsafeMutableRawBufferPointer(start: base + end, count: chunkSize)
        let count = try source.read(into: room)
        end += count
        isLast = count == 0
        isASCII = TextEncodingCheck.isASCII(unused)
    }

    private mutating func grow() {
        capacity = max(capacity * 2, end + chunkSize)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: end)
        base.deallocate()
        base = larger
    }
}
