/// How reviews say whether enough agencies were there.
enum QuoracyWords {
    static let words = ChoiceWords<Bool>([
        .init(false, words: ["inquorate", "not quorate", "non quorate", " no ", " n ", " false ", " 0 "]),
        .init(true, words: [" yes ", " y ", " true ", " 1 ", " quorate"]),
    ])
}
