import Hummingbird
import Logging
import Pages
import RecordKeeping

/// What is answered to a request that could not be read, and to whatever fails underneath the server.
extension RefusalAnswer {
    init(_ form: FormUnreadable) {
        self =
            switch form {
            case .tooLong: RefusalAnswer(.contentTooLarge, .tooLarge, "form-too-long")
            case .tooManyFields: RefusalAnswer(.badRequest, .unreadable, "too-many-fields")
            case .valueTooLong: RefusalAnswer(.contentTooLarge, .tooLarge, "value-too-long")
            case .notText: RefusalAnswer(.badRequest, .unreadable, "not-text")
            }
    }

    init(_ upload: UploadUnreadable) {
        self =
            switch upload {
            case .malformed: RefusalAnswer(.badRequest, .unreadable, "upload-malformed")
            case .cutShort:
                RefusalAnswer(
                    .badRequest, .unreadable, "upload-cut-short",
                    because: "It stopped before its end. Nothing of it was kept.")
            case .tooManyParts:
                RefusalAnswer(.badRequest, .unreadable, "too-many-parts", because: "Send one file at a time.")
            case .fieldTooLong: RefusalAnswer(.badRequest, .unreadable, "upload-field-too-long")
            }
    }

    init(_ failure: UploadFailure) {
        self =
            switch failure {
            case .full: RefusalAnswer(.serviceUnavailable, .unavailable, "disk-full", .critical)
            case .system(let code): RefusalAnswer(.internalServerError, .failed, "upload-failed-\(code)", .error)
            }
    }

    /// What the framework refuses by itself. Its own words are for programmers, and are not shown.
    init(framework error: HTTPError) {
        self =
            switch error.status.code {
            case 404: RefusalAnswer(Refused.notFound)
            case 413: RefusalAnswer(.contentTooLarge, .tooLarge, "too-large")
            case 400..<500: RefusalAnswer(.badRequest, .unreadable, "unreadable")
            default: RefusalAnswer.failed
            }
    }

    /// What is logged is which failure it was, never what was being read.
    init(_ failure: StoreFailure) {
        self =
            switch failure {
            case .full: RefusalAnswer(.serviceUnavailable, .unavailable, "store-full", .critical)
            case .busy: RefusalAnswer(.serviceUnavailable, .unavailable, "store-busy", .warning)
            case .stopped: RefusalAnswer(.serviceUnavailable, .unavailable, "store-stopped", .warning)
            case .readOnly: RefusalAnswer(.serviceUnavailable, .unavailable, "store-read-only", .critical)
            case .notADatabase: RefusalAnswer(.serviceUnavailable, .unavailable, "store-not-a-database", .critical)
            case .newerThanProgram:
                RefusalAnswer(.serviceUnavailable, .unavailable, "store-newer-than-program", .critical)
            case .onHold:
                RefusalAnswer(.conflict, .notAllowed, "on-hold", because: "A legal hold stands on this record.")
            case .notFound: RefusalAnswer(.notFound, .notFound, "not-found")
            case .unreadable: RefusalAnswer(.internalServerError, .failed, "store-entry-unreadable", .error)
            case .damaged(let table): RefusalAnswer(.internalServerError, .failed, "store-damaged-\(table)", .critical)
            case .accessMismatch: RefusalAnswer(.internalServerError, .failed, "store-access-mismatch", .error)
            case .database(let code): RefusalAnswer(.internalServerError, .failed, "store-\(code)", .error)
            }
    }
}
