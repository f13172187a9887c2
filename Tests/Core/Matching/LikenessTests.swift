import Matching
import Testing
import WorkingDays

@Suite struct LikenessTests {
    /// The third of each is what jellyfish 1.3.0 says (`jaro_winkler_similarity`), rounded to six places.
    @Test(arguments: [
        ("martha", "marhta", 0.961111), ("dwayne", "duane", 0.840000), ("dixon", "dicksonx", 0.813333),
        ("jellyfish", "smellyfish", 0.896296), ("stephen", "steven", 0.894444), ("catherine", "kathryn", 0.756614),
        ("clare", "claire", 0.961111), ("mohammed", "muhammad", 0.850000), ("hussain", "hussein", 0.942857),
        ("thompson", "thomson", 0.975000), ("macdonald", "mcdonald", 0.966667), ("okoro", "okor", 0.960000),
        ("rahman", "rehman", 0.900000), ("smith", "smyth", 0.893333), ("reid", "read", 0.866667),
        ("ada", "ida", 0.777778), ("leo", "lola", 0.750000), ("jayden", "kayden", 0.888889),
        ("sean", "shaun", 0.805000), ("nowak", "novak", 0.893333), ("a", "b", 0.0), ("abc", "abc", 1.0),
        ("ab", "ba", 0.0), ("siobhan", "shivaun", 0.742857), ("geoffrey", "jeffrey", 0.869048),
        ("bramblewickby", "bramblewickbey", 0.985714), ("zoe", "zoey", 0.941667), ("", "", 0.0),
    ])
    func `two spellings are as alike as another program says`(left: String, right: String, likeness: Double) {
        #expect(abs(JaroWinkler.likeness(left, right) - likeness) < 0.000001)
        #expect(abs(JaroWinkler.likeness(right, left) - likeness) < 0.000001)
    }

    @Test(
        arguments: [
            ("Okoro", "okoro", NameLikeness.same), ("Zoë", "Zoe", .same), ("O'Brien", "O’Brien", .same),
            ("Smith-Jones", "Jones", .part), ("Mary Ann", "Mary-Ann", .same), ("Rahman", "Rehman", .slip),
            ("Obrein", "O'Brien", .slip), ("Steven", "Stephen", .sound), ("Ann", "Anne", .sound),
            ("Filip", "Phillipp", .sound),
            ("Katharyn", "Catherine", .sound), ("Tom", "Thomas", .different), ("Jo", "Joanna", .beginning),
            ("T", "Tamar", .beginning), ("Ada", "Ida", .different), ("Leo", "Lola", .different),
            ("Tamar", "Kacper", .different), (nil, "Tamar", .unknown),
            ("Tamar", "", .unknown),
        ] as [(String?, String, NameLikeness)])
    func `a name that was typed agrees in one way with a name that is recorded`(
        typed: String?, recorded: String, likeness: NameLikeness
    ) {
        #expect(NameLikeness(typed, recorded) == likeness)
    }

    @Test(
        arguments: [
            ("2018-05-04", "2018-05-04", BirthLikeness.same), ("2018-05-04", "2018-04-05", .dayAndMonthSwapped),
            ("2018-05-04", "2016-05-04", .oneDigit), ("2018-05-12", "2018-05-21", .oneDigit),
            ("2018-05-04", "2018-05-14", .oneDigit), ("2018-05-04", "2018-05-29", .sameMonth),
            ("2018-05-04", "2018-08-27", .different), ("2018-05-31", "2018-06-13", .different),
        ] as [(Day, Day, BirthLikeness)])
    func `a date of birth that was typed agrees in one way with the one that is recorded`(
        typed: Day, recorded: Day, likeness: BirthLikeness
    ) {
        #expect(BirthLikeness(typed, recorded) == likeness)
        let isMeant = BirthLikeness.mayMean(typed).contains(recorded)
        #expect(isMeant == [.same, .dayAndMonthSwapped, .oneDigit].contains(likeness))
    }

    @Test func `one place is one text, however it is written, and the same house of another town is not`() {
        #expect(PlaceText(postcode: "zz99 1aa", text: nil) == PlaceText(postcode: "ZZ991AA", text: nil))
        let lane = PlaceText(postcode: nil, text: "Flat 2, 9 Old Ln., Invented Town")
        #expect(lane.house == PlaceText(postcode: nil, text: "9 old lane").house && lane.house != nil)
        #expect(PlaceText(postcode: "?", text: "the caravan").isEmpty)
    }
}
