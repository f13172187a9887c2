/// How often things happen in England, as whole-number weights.
///
/// Counts are those of the year to 31 March 2024 (DfE, Characteristics of children in need 2024, in
/// `Data/national-profile-2024.csv`); where the statistics give a group and the census a finer code, the split within the
/// group is ours. Ages, ethnicity and disability are rounded shares.
enum NationalProfile {
    static let referralSources = WeightedTable<String>([
        ("1A", 26000), ("1B", 11000), ("1C", 6000), ("1D", 6870), ("2A", 126_460), ("2B", 10330), ("3A", 12000),
        ("3B", 14000), ("3C", 8000), ("3D", 9000), ("3E", 28000), ("3F", 20370), ("4", 7710), ("5A", 25000),
        ("5B", 22000), ("5C", 20980), ("5D", 20000), ("6", 177_210), ("7", 27590), ("8", 26120), ("9", 10030),
        ("10", 7190),
    ])
    /// A little short of abuse or neglect, which most children on protection plans have besides.
    static let primaryNeeds = WeightedTable<String>([
        ("N1", 195_000), ("N2", 32150), ("N3", 8270), ("N4", 34410), ("N5", 47900), ("N6", 7870), ("N7", 1070),
        ("N8", 21930), ("N9", 3510), ("N0", 10430),
    ])
    /// Working days, for an assessment that is in time; later ones come from a planned delay only.
    static let assessmentLengths = WeightedTable<ClosedRange<Int>>([
        (0...0, 9880), (1...10, 73420), (11...20, 110_950), (21...30, 102_600), (31...40, 129_690),
        (41...45, 116_670),
    ])
    /// Working days past the limit.
    static let assessmentDelays = WeightedTable<ClosedRange<Int>>([
        (1...5, 38560), (6...15, 29490), (16...60, 31900),
    ])
    static let assessmentsLatePerThousand = 155
    /// Working days from the enquiry to the conference, in time.
    static let conferenceWaits = WeightedTable<ClosedRange<Int>>([(5...10, 6800), (11...13, 18000), (14...15, 32780)])
    /// Working days past the limit.
    static let conferenceDelays = WeightedTable<ClosedRange<Int>>([(1...5, 6300), (6...30, 8350)])
    static let conferencesLatePerThousand = 203
    static let reviewsLatePerThousand = 102
    /// Days since the start, of plans running on 31 March.
    static let runningPlanAges = WeightedTable<ClosedRange<Int>>([
        (1...90, 14810), (91...181, 12320), (182...364, 13510), (365...724, 7980), (735...920, 1270),
    ])
    /// Days, of plans that ended.
    static let endedPlanLengths = WeightedTable<ClosedRange<Int>>([
        (40...89, 10240), (93...180, 7350), (183...364, 27240), (365...720, 15640), (735...860, 2400),
    ])
    /// Days, of episodes of need that ended.
    static let endedEpisodeLengths = WeightedTable<ClosedRange<Int>>([
        (14...90, 169_290), (92...181, 52720), (183...364, 56160), (366...728, 43620), (732...1040, 34910),
    ])
    static let closureReasons = WeightedTable<String>([
        ("RC1", 2490), ("RC2", 980), ("RC3", 670), ("RC4", 2680), ("RC5", 13510), ("RC6", 2550), ("RC7", 330_000),
    ])
    static let planCategories = WeightedTable<String>([
        ("NEG", 30950), ("PHY", 4810), ("SAB", 2160), ("EMO", 23150), ("MUL", 1040),
    ])
    static let planCategoryChangesPerThousand = 40
    /// Share of accepted referrals with an enquiry that leads to no plan.
    static let enquiriesWithoutPlanPerThousand = 305
    static let conferenceWithoutPlanPerThousand = 35
    /// Starting plans for children with an earlier plan that this record does not hold.
    static let plansElsewherePerThousand = 150
    static let extraAssessmentPerThousand = 330
    static let ages = WeightedTable<ClosedRange<Int>>([
        (0...0, 50), (1...4, 200), (5...9, 270), (10...15, 350), (16...17, 130),
    ])
    static let ethnicities = WeightedTable<String>([
        ("WBRI", 620), ("WIRI", 4), ("WIRT", 4), ("WOTH", 60), ("WROM", 9), ("MWBC", 30), ("MWBA", 14),
        ("MWAS", 16), ("MOTH", 30), ("AIND", 14), ("APKN", 33), ("ABAN", 18), ("AOTH", 22), ("BCRB", 17),
        ("BAFR", 45), ("BOTH", 18), ("CHNE", 3), ("OOTH", 28), ("REFU", 3), ("NOBT", 12),
    ])
    static let disabilities = WeightedTable<String>([
        ("AUT", 35), ("LD", 30), ("BEH", 18), ("COMM", 16), ("MOB", 12), ("PC", 7), ("VIS", 4), ("HEAR", 4),
        ("CON", 4), ("HAND", 3), ("INC", 4), ("DDA", 12),
    ])
    static let disabledPerThousand = 125
    static let factors = WeightedTable<String>([
        ("1A", 10770), ("1B", 72410), ("1C", 11360), ("2A", 25190), ("2B", 70940), ("2C", 16230), ("3A", 55040),
        ("3B", 160_600), ("3C", 24990), ("4A", 86260), ("4B", 165_480), ("4C", 22200), ("5A", 59670), ("5B", 14580),
        ("5C", 7180), ("6A", 23210), ("6B", 25730), ("6C", 5110), ("7A", 17900), ("8F", 2040), ("10A", 17860),
        ("11A", 13860), ("12A", 2590), ("13A", 10180), ("14A", 38720), ("15A", 26170), ("16A", 83380),
        ("17A", 97670), ("18B", 15350), ("18C", 60250), ("19B", 11960), ("19C", 19010), ("20", 93860), ("22A", 750),
        ("23A", 2180), ("24A", 15750),
    ])
}
