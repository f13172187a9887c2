import ChildJourney
import Diagnostics
import FileFormats

/// A census read a piece at a time, for a caller that must wait between pieces (a store that writes each batch).
package final class CensusStream {
    private let source: any ByteSource
    private let census: CensusReader
    private let xml: XMLEventReader
    private let batch: Batch
    private var isFinished = false

    private final class Batch {
        var children: [SourceChild] = []
    }

    package init(_ source: any ByteSource, file: String, codes: CensusCodes) {
        let batch = Batch()
        self.source = source
        self.batch = batch
        census = CensusReader(file: file, codes: codes) { batch.children.append($0) }
        xml = XMLEventReader(vocabulary: CensusElement.vocabulary, consumer: census)
    }

    package var header: CensusHeader { census.header }
    package var diagnostics: [Diagnostic] { census.diagnostics }
    package var unreadable: [CensusReader.UnreadableGroup] { census.unreadable }
    package var bytesRead: Int { xml.byteCount }

    /// The next children, at least `atLeast` of them unless the file ends first; empty when it has ended.
    package func next(atLeast: Int) throws(FileFailure) -> [SourceChild] {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: XMLEventReader.chunkSize, alignment: 16)
        defer { chunk.deallocate() }
        while batch.children.count < atLeast, !isFinished {
            let count = try source.read(into: chunk)
            if count == 0 {
                try xml.finish()
                try census.mustBeCensus()
                isFinished = true
            } else {
                try xml.push(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
            }
        }
        defer { batch.children.removeAll(keepingCapacity: true) }
        return batch.children
    }
}
