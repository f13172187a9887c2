import HTML

/// What must be known before going to a place.
struct SafetyAdviceBanner: HTML {
    let advice: [String]

    var body: some HTML {
        if !advice.isEmpty {
            div(.class("banner warn inset")) {
                p { strong { "Before you go" } }
                for words in advice { p { words } }
            }
        }
    }
}
