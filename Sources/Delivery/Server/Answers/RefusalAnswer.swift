import AccessRules
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Pages

/// What is answered to one refusal or failure: the one place that decides it.
struct RefusalAnswer {
    let status: HTTPResponse.Status
    /// The page that says so.
    let shown: Refusal
    /// What the log and the API call it; never anything about anybody.
    let code: String
    /// One more sentence about this very case.
    var because: String?
    /// How loudly it is logged.
    var level = Logger.Level.info
    var headers: HTTPFields = [:]

    init(_ error: any Error) {
        self =
            switch error {
            case let refused as Refused: RefusalAnswer(refused)
            case let access as AccessRefusal: RefusalAnswer(access)
            case let form as FormUnreadable: RefusalAnswer(form)
            case let upload as UploadUnreadable: RefusalAnswer(upload)
            case let failure as UploadFailure: RefusalAnswer(failure)
            case let error as HTTPError: RefusalAnswer(framework: error)
            case is NIOTooManyBytesError: RefusalAnswer(.contentTooLarge, .tooLarge, "too-large")
            case is CancellationError: RefusalAnswer(.serviceUnavailable, .unavailable, "stopped")
            default: RefusalAnswer.failed
            }
    }

    /// A fault in this program.
    static let failed = RefusalAnswer(.internalServerError, .failed, "failed", .error)

    init(
        _ status: HTTPResponse.Status, _ shown: Refusal, _ code: String, _ level: Logger.Level = .info,
        because: String? = nil, headers: HTTPFields = [:]
    ) {
        self.status = status
        self.shown = shown
        self.code = code
        self.level = level
        self.because = because
        self.headers = headers
    }
}

extension RefusalAnswer {
    private init(_ refused: Refused) {
        self =
            switch refused {
            case .addressUnreadable: RefusalAnswer(.badRequest, .unreadable, "address-unreadable")
            case .formTooOld:
                RefusalAnswer(.forbidden, .unreadable, "form-too-old", .notice, because: RefusalAnswer.openAgain)
            case .fromAnotherSite:
                RefusalAnswer(.forbidden, .unreadable, "from-another-site", .warning, because: RefusalAnswer.openAgain)
            case .signInFirst: RefusalAnswer(.unauthorized, .notAllowed, "sign-in-first", .debug)
            case .notAllowed(let access): RefusalAnswer(access)
            case .notFound: RefusalAnswer(.notFound, .notFound, "not-found")
            case .wrongMethod(let allowed):
                RefusalAnswer(
                    .methodNotAllowed, .notFound, "wrong-method",
                    headers: [.allow: allowed.map(\.rawValue).sorted().joined(separator: ", ")])
            case .changedSince: RefusalAnswer(.conflict, .changedSince, "changed-since")
            case .tooLarge(let limit):
                RefusalAnswer(
                    .contentTooLarge, .tooLarge, "too-large",
                    because: "The most it may be is \(RefusalAnswer.size(limit)).")
            case .wrongKind: RefusalAnswer(.unsupportedMediaType, .unreadable, "wrong-kind")
            case .tooManyTries(let seconds):
                RefusalAnswer(
                    .tooManyRequests, .tooManyTries, "too-many-tries", .warning,
                    because: "You can try again in \(RefusalAnswer.length(seconds)).",
                    headers: [.retryAfter: "\(seconds)"])
            case .unavailable: RefusalAnswer(.serviceUnavailable, .unavailable, "unavailable", .error)
            }
    }

    private init(_ access: AccessRefusal) {
        self =
            switch access {
            case .notForThisRole: RefusalAnswer(.forbidden, .notAllowed, "not-for-this-role", .notice)
            // NB: whether another council knows a child is not said: it is answered as if there were nothing.
            case .anotherCouncil: RefusalAnswer(.notFound, .notFound, "another-council", .warning)
            case .restricted:
                RefusalAnswer(
                    .forbidden, .notAllowed, "restricted", .notice,
                    because: "This record is open only to a few people named on it.")
            case .wrongTarget: RefusalAnswer(.internalServerError, .failed, "wrong-target", .error)
            }
    }

    private init(_ form: FormUnreadable) {
        self =
            switch form {
            case .tooLong: RefusalAnswer(.contentTooLarge, .tooLarge, "form-too-long")
            case .tooManyFields: RefusalAnswer(.badRequest, .unreadable, "too-many-fields")
            case .valueTooLong: RefusalAnswer(.contentTooLarge, .tooLarge, "value-too-long")
            case .notText: RefusalAnswer(.badRequest, .unreadable, "not-text")
            }
    }

    private init(_ upload: UploadUnreadable) {
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

    private init(_ failure: UploadFailure) {
        self =
            switch failure {
            case .full: RefusalAnswer(.serviceUnavailable, .unavailable, "disk-full", .critical)
            case .system(let code): RefusalAnswer(.internalServerError, .failed, "upload-failed-\(code)", .error)
            }
    }

    /// What the framework refuses by itself. Its own words are for programmers, and are not shown.
    private init(framework error: HTTPError) {
        self =
            switch error.status.code {
            case 404: RefusalAnswer(Refused.notFound)
            case 413: RefusalAnswer(.contentTooLarge, .tooLarge, "too-large")
            case 400..<500: RefusalAnswer(.badRequest, .unreadable, "unreadable")
            default: RefusalAnswer.failed
            }
    }

    private static let openAgain =
        "The page it was on was opened before you signed in, or too long ago. Open it again and send it once more."

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(max(bytes >> 10, 1)) kB"
    }

    private static func length(_ seconds: Int) -> String {
        let minutes = (seconds + 59) / 60
        return minutes == 1 ? "a minute" : "\(minutes) minutes"
    }
}
