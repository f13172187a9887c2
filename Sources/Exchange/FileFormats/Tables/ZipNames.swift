/// What the files in a zip are called. Nothing of them is unpacked, whatever they say of themselves.
package enum ZipNames {
    package static func of(path: String, atMost most: Int) throws(FileFailure) -> [String] {
        let limits = UnpackLimits(totalBytes: .max, entries: most)
        return try ZipArchive(path: path, limits: limits).entries().map(\.name)
    }
}
