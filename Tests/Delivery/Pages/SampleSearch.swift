import Pages

extension SearchPage {
    static let asked = SearchPage()

    static let found = SearchPage(
        query: "tamer okoro",
        outcome: .found(results, position: ListPosition(first: 1, last: 2, total: 2, order: "nearest first")),
        restricted: 1)

    static let nothing = SearchPage(query: "zzyzx <b>", outcome: .nothing)
    static let tooMany = SearchPage(query: "smith", outcome: .tooMany(results, total: 1_204))

    private static let results = [
        SearchResult(
            name: "Tamar Okoro", href: "/children/1", born: "Fri 11 Feb 2022",
            identifiers: ["100231", "A123456789012"],
            statuses: [StatusTag(words: "Protection plan", tone: .plan)],
            whyMatched: "Sounds like “tamer okoro”"),
        SearchResult(
            name: "Tamara Okoro-Price", href: "/children/9", born: "Mon 3 Jun 2013", identifiers: ["100988"],
            statuses: [StatusTag(words: "Closed", tone: .closed)], whyMatched: "Former name: Tamara Okoro"),
    ]
}
