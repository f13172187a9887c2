import FileFormats
import Synchronization

/// The rows of some of the children, of every table, as they came.
final class SpillPartition: Sendable {
    private struct Kept {
        var chunks: [SpillChunk] = []
        var file: NamelessFile?
        var fileSize = 0
    }

    private let kept = Mutex(Kept())
    /// Nil: rows stay in memory.
    private let folder: String?

    init(folder: String?) { self.folder = folder }

    /// Takes a chunk's rows. Returns a chunk to go on with.
    func take(_ chunk: SpillChunk) throws(FileFailure) -> SpillChunk {
        guard let folder else {
            kept.withLock { $0.chunks.append(chunk) }
            return SpillChunk(capacity: chunk.capacity)
        }
        try kept.withLock { (kept) throws(FileFailure) in
            if kept.file == nil { kept.file = try NamelessFile(in: folder) }
            try kept.file?.append(chunk.bytes)
            kept.fileSize += chunk.bytes.count
        }
        chunk.clear()
        return chunk
    }

    /// Everything taken. A partition that was written out is read back into memory whole.
    func chunks() throws(FileFailure) -> [SpillChunk] {
        try kept.withLock { (kept) throws(FileFailure) in
            guard let file = kept.file else { return kept.chunks }
            let chunk = SpillChunk(capacity: kept.fileSize)
            try file.read(into: UnsafeMutableRawBufferPointer(start: chunk.base, count: kept.fileSize), at: 0)
            chunk.markFilled(kept.fileSize)
            return [chunk]
        }
    }
}
