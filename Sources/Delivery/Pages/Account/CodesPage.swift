import HTML

/// Setting up one-time codes, or changing them.
package struct CodesPage: Page {
    package enum State: Sendable {
        /// The operator gave no key to keep secrets with.
        case cannotBe
        case notSetUp(asksPassword: Bool)
        /// The secret is shown until a code confirms it.
        case toConfirm(Secret)
        case setUp(on: String, recoveryCodesLeft: Int)
    }

    package struct Secret: Sendable {
        /// In groups of four: "JBSW Y3DP".
        package var text: String
        package var picture: QRCode

        package init(text: String, picture: QRCode) {
            self.text = text
            self.picture = picture
        }
    }

    package var csrfToken: String
    package var state: State
    /// Nothing else can be opened until codes are set up.
    package var isRequired: Bool
    package var errors: [FieldError]

    package init(csrfToken: String, state: State, isRequired: Bool, errors: [FieldError] = []) {
        self.csrfToken = csrfToken
        self.state = state
        self.isRequired = isRequired
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "One-time codes" }
    package var section: MainSection? { nil }
    package var trail: [Link] {
        if isRequired { return [] }
        return [Link(words: "Your account", href: "/account")]
    }

    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: errors)
            h1 { "One-time codes" }
            p(.class("lede")) {
                "A code from an app on your phone, asked for after your password, so that a password alone lets nobody in."
            }
            if isRequired {
                div(.class("banner inset")) {
                    p {
                        strong { "Your council asks your role for codes." }
                        " Set them up to go on."
                    }
                }
            }
            switch state {
            case .cannotBe:
                p { "Codes cannot be set up here yet: whoever runs Sightline has given it no key to keep them with." }
            case .notSetUp(let asksPassword): beginning(asksPassword)
            case .toConfirm(let secret): confirming(secret)
            case .setUp(let day, let left): changing(day, left)
            }
        }
    }

    private func beginning(_ asksPassword: Bool) -> some HTML {
        form(.action("/account/codes"), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            if asksPassword {
                TextField(
                    name: "current", words: "Your password", type: .password, completes: "current-password",
                    error: errors.message(for: "current"))
            }
            button(.submit, .class("button"), .name("do"), .value("begin")) { "Set up codes" }
        }
    }

    @HTMLBuilder
    private func confirming(_ secret: Secret) -> some HTML {
        ol {
            li { "Open an authenticator app on your phone." }
            li { "Let it read this picture, or type the key into it." }
            li { "Enter the code it then shows." }
        }
        QRCodeView(picture: secret.picture, words: "Picture of the key, for an authenticator app to read")
        p {
            "Key: "
            code(.id("secret")) { secret.text }
        }
        form(.action("/account/codes"), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            TextField(
                name: "code", words: "Code", hint: "6 digits", completes: "one-time-code",
                error: errors.message(for: "code"))
            button(.submit, .class("button"), .name("do"), .value("confirm")) { "Confirm" }
            " "
            button(.submit, .class("button quiet"), .name("do"), .value("cancel")) { "Leave it" }
        }
    }

    @HTMLBuilder
    private func changing(_ day: String, _ left: Int) -> some HTML {
        p { "Set up on \(day). \(left == 1 ? "One recovery code is" : "\(left) recovery codes are") left." }
        form(.action("/account/codes"), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            TextField(
                name: "code", words: "A code of now",
                hint: "To change anything here. A code that signed you in cannot be used again: wait for the next.",
                completes: "one-time-code", error: errors.message(for: "code"))
            div(.class("actions")) {
                button(.submit, .class("button"), .name("do"), .value("renew")) { "Make new recovery codes" }
                button(.submit, .class("button quiet"), .name("do"), .value("remove")) { "Stop using codes" }
            }
        }
    }
}

/// Recovery codes, shown this once.
package struct RecoveryCodesPage: Page {
    package var codes: [String]

    package init(codes: [String]) {
        self.codes = codes
    }

    package var title: String { "Your recovery codes" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            h1 { "Your recovery codes" }
            p(.class("lede")) { "Codes are set up. From now on you are asked for one after your password." }
            div(.class("banner inset warn")) {
                p {
                    strong { "Keep these somewhere safe. They are not shown again." }
                    " Each lets you in once, when your phone is not there."
                }
            }
            ul(.class("secret-codes")) {
                for text in codes { li { code { text } } }
            }
            p { a(.href("/"), .class("button")) { "Go on" } }
        }
    }
}
