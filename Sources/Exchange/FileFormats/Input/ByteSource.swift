/// Where an outside file's bytes come from, read forwards once: a file, an entry of a zip, or memory.
package protocol ByteSource: AnyObject {
    /// Fills the front of `buffer` and says with how many bytes; 0 is the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int
}
