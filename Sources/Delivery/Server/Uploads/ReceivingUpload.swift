import NIOPosix

/// An upload so far: what has been read of it, and the part being read.
struct ReceivingUpload {
    private enum Part {
        case field(name: String, bytes: [UInt8])
        case file(GrowingFile, PartHeader, size: Int)
        /// A file field nobody chose a file for: it holds no byte.
        case nothing
    }

    private let upload: MultipartUpload
    private var isGenuine = false
    private var part: Part?
    private var fields: [FormFields.Field] = []
    private var files: [UploadedFile] = []
    private var unchosen = 0

    init(_ upload: MultipartUpload) {
        self.upload = upload
    }

    mutating func take(_ event: MultipartScanner.Event) async throws {
        switch event {
        case .part(let header): try await begin(header)
        case .bytes(let bytes): try await append(bytes)
        case .endOfPart: try await endPart()
        case .end: break
        }
    }

    func finished() throws -> Upload {
        guard isGenuine else { throw Refused.formTooOld }
        return Upload(fields: FormFields(fields), files: files)
    }

    func deleteFiles() {
        if case .file(let file, _, _) = part { file.delete() }
        for file in files { file.delete() }
    }

    private mutating func begin(_ header: PartHeader) async throws {
        // NB: whatever stands before the token is refused, not skipped.
        guard isGenuine || (header.name == FormToken.field && header.fileName == nil) else { throw Refused.formTooOld }
        guard let sent = header.fileName else {
            guard fields.count < upload.limits.fields else { throw UploadUnreadable.tooManyParts }
            part = .field(name: header.name, bytes: [])
            return
        }
        guard !sent.isEmpty else {
            guard unchosen < upload.limits.fields else { throw UploadUnreadable.tooManyParts }
            unchosen += 1
            part = .nothing
            return
        }
        guard files.count < upload.limits.files else { throw UploadUnreadable.tooManyParts }
        part = .file(try await onDisk { [folder = upload.folder] in try folder.newFile() }, header, size: 0)
    }

    private mutating func append(_ bytes: [UInt8]) async throws {
        switch part {
        case .field(let name, let before):
            guard before.count + bytes.count <= upload.limits.fieldBytes else { throw UploadUnreadable.fieldTooLong }
            part = .field(name: name, bytes: before + bytes)
        case .file(let file, let header, let size):
            guard size + bytes.count <= upload.limits.fileBytes else {
                throw Refused.tooLarge(limit: upload.limits.fileBytes)
            }
            try await onDisk { try file.append(bytes) }
            part = .file(file, header, size: size + bytes.count)
        case .nothing: throw UploadUnreadable.malformed
        case nil: break
        }
    }

    private mutating func endPart() async throws {
        switch part {
        case .field(let name, let bytes):
            guard let value = String(validating: bytes, as: UTF8.self) else { throw UploadUnreadable.malformed }
            if !isGenuine { isGenuine = upload.isGenuine(value) }
            guard isGenuine else { throw Refused.formTooOld }
            fields.append(.init(name, value))
        case .file(let file, let header, let size):
            try await onDisk { try file.keep() }
            let name = FileName(header.fileName ?? "")
            files.append(UploadedFile(field: header.name, name: name, path: file.path, size: size))
        case .nothing, nil: break
        }
        part = nil
    }

    /// Away from the threads that answer requests: a disk may keep a thread waiting.
    private func onDisk<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}
