import HTML

/// A child known here who may be the one that is described.
package struct AlikeLine: Sendable {
    package var name: String
    package var href: String
    package var born: String
    /// "Very likely the same child"; nil where nothing was scored.
    package var band: String?
    /// Every reason for it and against it.
    package var why: String

    package init(name: String, href: String, born: String, band: String?, why: String) {
        self.name = name
        self.href = href
        self.born = born
        self.band = band
        self.why = why
    }
}

extension ReferralPage {
    /// What helps to find a child who is known already; none of it is asked for.
    package struct More: Sendable {
        package var address: String
        package var postcode: String
        package var siblings: String
        package var pupilNumber: String
        package var nhsNumber: String

        package init(
            address: String = "", postcode: String = "", siblings: String = "", pupilNumber: String = "",
            nhsNumber: String = ""
        ) {
            self.address = address
            self.postcode = postcode
            self.siblings = siblings
            self.pupilNumber = pupilNumber
            self.nhsNumber = nhsNumber
        }

        var isEmpty: Bool {
            [address, postcode, siblings, pupilNumber, nhsNumber].allSatisfy(\.isEmpty)
        }
    }
}

struct MoreAboutNewChild: HTML {
    let more: ReferralPage.More
    let errors: [FieldError]

    var body: some HTML {
        details {
            summary { "More that helps to find a child who is known already, if you have it" }
            LongTextField(
                name: "address", words: "Address", hint: "Kept with the child", value: more.address,
                error: errors.message(for: "address"))
            TextField(
                name: "postcode", words: "Postcode", value: more.postcode, error: errors.message(for: "postcode"))
            TextField(
                name: "siblings", words: "Brothers and sisters", hint: "First names, with commas",
                value: more.siblings, error: errors.message(for: "siblings"))
            TextField(
                name: "pupil", words: "Unique pupil number", value: more.pupilNumber,
                error: errors.message(for: "pupil"))
            TextField(name: "nhs", words: "NHS number", value: more.nhsNumber, error: errors.message(for: "nhs"))
        }
        .attributes(.open, when: !more.isEmpty)
    }
}

/// Children who may be the one being referred: nobody is made twice without somebody having looked.
struct AlikeChildren: HTML {
    let page: ReferralPage
    let error: String?

    var body: some HTML {
        section(.class("banner warn inset"), .aria("labelledby", "alike")) {
            h2(.id("alike")) {
                page.alike.isEmpty ? "Somebody like this is known here" : "Is it one of these children?"
            }
            if !page.alike.isEmpty {
                ul {
                    for child in page.alike {
                        li {
                            a(.href("\(child.href)/referrals/new")) { bdi { child.name } }
                            ", born \(child.born). "
                            if let band = child.band { strong { "\(band). " } }
                            "\(child.why)."
                        }
                    }
                }
            }
            if page.restrictedAlike > 0 {
                p(.class("restricted")) {
                    page.restrictedAlike == 1
                        ? "1 restricted record is like this and is not shown. Ask a team manager."
                        : "\(page.restrictedAlike) restricted records are like this and are not shown."
                            + " Ask a team manager."
                }
                if !page.emergencies.isEmpty { LinkList(links: page.emergencies) }
            }
            FieldProblem(field: "none", message: error)
            div(.class("radio")) {
                input(.type(.checkbox), .id("none"), .name("none"), .value("yes"))
                label(.for("none")) { "I have looked: it is none of them" }
            }
        }
    }
}
