import HTML

/// Proof that a form was given out by this site to this person.
struct CSRFField: HTML {
    let token: String

    var body: some HTML {
        input(.type(.hidden), .name("csrf"), .value(token))
    }
}
