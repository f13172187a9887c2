import HTML

/// That somebody opened a restricted record in an emergency and nobody has said yet whether it was right.
struct ToReview: HTML {
    let count: Int

    var body: some HTML {
        if count > 0 {
            div(.class("banner warn inset")) {
                p {
                    count == 1
                        ? "1 restricted record was opened in an emergency and waits for your review. "
                        : "\(count) restricted records were opened in an emergency and wait for your review. "
                    a(.href("/break-glass")) { "Review" }
                }
            }
        }
    }
}
