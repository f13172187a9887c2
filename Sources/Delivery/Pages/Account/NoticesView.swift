import HTML

/// Where somebody's notices go.
package struct NoticesSetting: Sendable {
    /// As it is kept, or as it was typed and not taken; empty where there is none.
    package var address: String
    package var isOn: Bool
    /// "The last was accepted by the mail server, Mon 23 Nov 2026, 08:00."
    package var last: String?

    package init(address: String, isOn: Bool, last: String?) {
        self.address = address
        self.isOn = isOn
        self.last = last
    }
}

/// Setting and taking away the address notices go to.
struct NoticesView: HTML {
    let setting: NoticesSetting
    let csrfToken: String
    let error: String?

    var body: some HTML {
        h2(.id("e-mail")) { "E-mail" }
        p {
            "One message a working day that says how much waits for you, and one at once about what cannot wait: numbers and "
            "a link, with no name, no place and nothing about a child."
        }
        form(.action("/account/notices"), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            TextField(
                name: "notices", words: "E-mail address for notices",
                hint: "Your work address, such as name@council.gov.uk.", value: setting.address, type: .email,
                completes: "email", error: error)
            div(.class("actions")) {
                button(.submit, .class("button quiet"), .name("do"), .value("set")) { "Send notices there" }
                if setting.isOn {
                    button(.submit, .class("button quiet"), .name("do"), .value("remove")) { "Stop notices" }
                }
            }
        }
        if let last = setting.last { p { last } }
    }
}
