import HTML

/// On every page of those who are to hear of them: flags of children that nobody has answered.
struct FlagAlarms: HTML {
    let count: Int

    var body: some HTML {
        if count > 0 {
            div(.class("wrap")) {
                div(.class("banner warn inset")) {
                    p {
                        count == 1
                            ? "1 flag of a child as unsafe is not answered. "
                            : "\(count) flags of children as unsafe are not answered. "
                        a(.href("/today")) { "See Today" }
                    }
                }
            }
        }
    }
}
