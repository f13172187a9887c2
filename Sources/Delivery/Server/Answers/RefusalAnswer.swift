import AccessRules
import Casework
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Pages
import RecordKeeping

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
    /// What can be done instead.
    var wayOn: Link?

    init(_ error: any Error) {
        self =
            switch error {
            case let refused as Refused: RefusalAnswer(refused)
            case let access as AccessRefusal: RefusalAnswer(access)
            case let form as FormUnreadable: RefusalAnswer(form)
            case let upload as UploadUnreadable: RefusalAnswer(upload)
            case let failure as UploadFailure: RefusalAnswer(failure)
            case let failure as StoreFailure: RefusalAnswer(failure)
            case let recording as RecordingRefusal: RefusalAnswer(recording)
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
    init(_ refused: Refused) {
        self =
            switch refused {
            case .addressUnreadable: RefusalAnswer(.badRequest, .unreadable, "address-unreadable")
            case .formTooOld: .openAgain("form-too-old", .notice)
            case .fromAnotherSite: .openAgain("from-another-site", .warning)
            case .signInFirst: RefusalAnswer(.unauthorized, .notAllowed, "sign-in-first", .debug)
            case .setUpCodesFirst: RefusalAnswer(.forbidden, .notAllowed, "set-up-codes-first", .debug)
            case .notAllowed(let access): RefusalAnswer(access)
            case .notFound: RefusalAnswer(.notFound, .notFound, "not-found")
            case .isOne: RefusalAnswer(.notFound, .notFound, "one-with-another")
            case .notYoursToReview:
                RefusalAnswer(
                    .forbidden, .notAllowed, "not-yours-to-review", .notice,
                    because: "Somebody else reviews it: not whoever opened the record, and first those named on it.")
            case .notYoursToConfirm:
                RefusalAnswer(
                    .forbidden, .notAllowed, "not-yours-to-confirm", .notice,
                    because: "Somebody else confirms it: not whoever asked for it, and not whose account it is.")
            case .wrongMethod(let allowed): .wrongMethod(allowed)
            case .changedSince: RefusalAnswer(.conflict, .changedSince, "changed-since")
            case .tooLarge(let limit): .tooLarge(limit)
            case .wrongKind: RefusalAnswer(.unsupportedMediaType, .unreadable, "wrong-kind")
            case .tooManyTries(let seconds): .tooManyTries(seconds)
            case .unavailable: RefusalAnswer(.serviceUnavailable, .unavailable, "unavailable", .error)
            }
    }

    init(_ access: AccessRefusal) {
        self =
            switch access {
            case .notForThisRole: RefusalAnswer(.forbidden, .notAllowed, "not-for-this-role", .notice)
            case .outsideInspection:
                RefusalAnswer(
                    .forbidden, .notAllowed, "outside-inspection", .notice,
                    because:
                        "Inspectors open children's records while an inspection lets them in: yours has not begun, or has ended."
                )
            // NB: whether another council knows a child is not said: it is answered as if there were nothing.
            case .anotherCouncil: RefusalAnswer(.notFound, .notFound, "another-council", .warning)
            case .restricted:
                RefusalAnswer(
                    .forbidden, .notAllowed, "restricted", .notice,
                    because: "This record is open only to a few people named on it.")
            case .wrongTarget: RefusalAnswer(.internalServerError, .failed, "wrong-target", .error)
            }
    }

    init(_ recording: RecordingRefusal) {
        self =
            switch recording {
            case .access(let access): RefusalAnswer(access)
            case .notFound: RefusalAnswer(Refused.notFound)
            case .changedSince: RefusalAnswer(Refused.changedSince)
            case .store(let failure): RefusalAnswer(failure)
            // Forms say these beside their fields; whoever gets here sent no form of ours.
            case .dayNotPossible, .alreadyHeld, .lateReportMissing, .reasonMissing, .timeMissing:
                RefusalAnswer(.unprocessableContent, .unreadable, "not-recorded")
            case .notOpenNow:
                RefusalAnswer(
                    .conflict, .notAllowed, "not-open-now",
                    because: "As the child stands now this step cannot be taken: it may have been recorded already.")
            case .ownHandover:
                RefusalAnswer(
                    .forbidden, .notAllowed, "own-handover",
                    because: "Somebody else takes it: not whoever handed it over, and nobody it was not handed to.")
            case .notAsAsked:
                RefusalAnswer(
                    .conflict, .notAllowed, "not-as-asked",
                    because:
                        "Somebody asked for it in another way. Confirm what they asked for, or refuse it and ask for something else."
                )
            case .ownRegistration:
                RefusalAnswer(
                    .forbidden, .notAllowed, "own-registration",
                    because: "Nobody records their own registration, nor their own hours: another manager does.")
            case .recordedElsewhere:
                RefusalAnswer(
                    .conflict, .notAllowed, "recorded-elsewhere",
                    because:
                        "This council's record is kept in another system. Record it there: the next load brings it.")
            }
    }

    private static func openAgain(_ code: String, _ level: Logger.Level) -> RefusalAnswer {
        RefusalAnswer(
            .forbidden, .unreadable, code, level,
            because:
                "The page it was on was opened before you signed in, or too long ago. Open it again and send it once "
                + "more.")
    }

    private static func wrongMethod(_ allowed: [HTTPRequest.Method]) -> RefusalAnswer {
        let ways = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        return RefusalAnswer(.methodNotAllowed, .notFound, "wrong-method", headers: [.allow: ways])
    }

    private static func tooLarge(_ limit: Int) -> RefusalAnswer {
        let most = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(max(limit >> 10, 1)) kB"
        return RefusalAnswer(.contentTooLarge, .tooLarge, "too-large", because: "The most it may be is \(most).")
    }

    private static func tooManyTries(_ seconds: Int) -> RefusalAnswer {
        let minutes = (seconds + 59) / 60
        return RefusalAnswer(
            .tooManyRequests, .tooManyTries, "too-many-tries", .warning,
            because: "You can try again in \(minutes == 1 ? "a minute" : "\(minutes) minutes").",
            headers: [.retryAfter: "\(seconds)"])
    }
}
