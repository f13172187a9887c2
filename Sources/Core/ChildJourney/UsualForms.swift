/// The usual ways a word of an address, a school or a surgery is shortened, and which words tell a place.
enum UsualForms {
    private static let streets: [[String]] = [
        ["STREET", "ST", "STR"], ["ROAD", "RD"], ["LANE", "LN"], ["AVENUE", "AVE", "AV"], ["CLOSE", "CL"],
        ["DRIVE", "DR"], ["COURT", "CT", "CRT"], ["CRESCENT", "CRES"], ["PLACE", "PL"], ["GARDENS", "GDNS"],
        ["TERRACE", "TERR", "TER", "TCE"], ["SQUARE", "SQ"], ["GROVE", "GRV"], ["PARK", "PK"],
    ]
    private static let others: [[String]] = [
        ["SAINT", "ST"], ["DOCTOR", "DR"], ["FLAT", "APARTMENT", "APT"], ["HOUSE", "HSE"], ["MOUNT", "MT"],
        ["SCHOOL", "SCH"], ["CENTRE", "CENTER", "CTR"], ["NORTH", "N"], ["SOUTH", "S"], ["EAST", "E"], ["WEST", "W"],
        ["UPPER", "UPR"], ["GREAT", "GT"], ["BUILDINGS", "BLDGS"], ["AND", ""],
    ]
    private static let forms: [String: [String]] = {
        var forms: [String: [String]] = [:]
        for group in streets + others {
            for word in group { forms[word] = (forms[word] ?? [word]) + group.filter { $0 != word } }
        }
        return forms
    }()

    /// What a street's name ends in.
    static let streetWords: Set<String> = Set(streets.flatMap { $0 }).union([
        "WAY", "HILL", "ROW", "WALK", "MEWS", "GREEN", "VIEW", "RISE", "PARADE", "QUAY", "WHARF", "YARD", "GATE",
        "PASSAGE", "ALLEY", "COTTAGES", "VILLAS", "BANK", "FIELD", "FIELDS", "MEADOW", "MEADOWS", "VALE", "CROFT",
        "END", "CORNER", "PATH", "GARTH", "DENE", "GARDEN", "BROW", "COMMON", "HEATH",
    ])
    static let buildingWords: Set<String> = [
        "HOUSE", "HSE", "COTTAGE", "LODGE", "FARM", "HALL", "TOWER", "HOSTEL", "REFUGE", "FLATS", "BUILDINGS",
        "BLDGS", "MANOR", "BARN", "VILLA", "HEIGHTS", "HOTEL",
    ]
    static let roomWords: Set<String> = [
        "FLAT", "APARTMENT", "APT", "UNIT", "ROOM", "FLOOR", "BLOCK", "NO", "NUMBER",
    ]
    /// What a school or a surgery is called beside its name, each said for another.
    static let schoolWords: Set<String> = [
        "SCHOOL", "SCH", "PRIMARY", "ACADEMY", "NURSERY", "COLLEGE", "INFANT", "INFANTS", "JUNIOR", "JUNIORS",
        "SECONDARY", "HIGH", "GRAMMAR", "COMMUNITY", "PREP", "PREPARATORY", "CE", "RC", "CATHOLIC", "PRESCHOOL",
    ]
    static let surgeryWords: Set<String> = [
        "SURGERY", "PRACTICE", "CENTRE", "CENTER", "CLINIC", "MEDICAL", "HEALTH", "GP", "DOCTORS", "GROUP",
    ]
    /// Those that are said for one another most.
    static let schools: Set<String> = ["SCHOOL", "PRIMARY", "ACADEMY", "NURSERY", "COLLEGE"]
    static let surgeries: Set<String> = ["SURGERY", "PRACTICE", "CENTRE", "CLINIC", "DOCTORS"]
    /// Words that are said of many and by themselves tell nothing: never looked for alone.
    static let common: Set<String> = schoolWords.union(surgeryWords).union(roomWords).union(buildingWords).union([
        "THE", "A", "AN", "OF", "AT", "IN", "ON", "AND", "WITH", "BY", "TO", "HER", "HIS", "THEIR", "OUR", "THIS",
        "THAT", "HOME", "FAMILY", "TEMPORARY", "FOSTER", "CARE", "CARER", "CARERS", "PLACEMENT", "RESIDENTIAL",
        "CHILDREN", "CHILDRENS", "HOSPITAL", "OWN", "COUNCIL", "PRIVATE", "RENTED", "RENTAL", "ACCOMMODATION", "BED",
        "BREAKFAST", "MAIN", "CURRENT", "PERMANENT", "PREVIOUS", "FORMER", "NEW", "OLD", "MOTHER", "MOTHERS",
        "FATHER", "FATHERS", "MUM", "MUMS", "DAD", "DADS", "PARENT", "PARENTS", "GRANDMOTHER", "GRANDMOTHERS",
        "GRANDFATHER", "GRANDPARENTS", "AUNT", "AUNTS", "UNCLE", "UNCLES", "FRIEND", "FRIENDS", "RELATIVE",
        "RELATIVES", "SISTER", "BROTHER", "MATERNAL", "PATERNAL", "NOT", "KNOWN", "UNKNOWN", "NONE", "YEAR", "CLASS",
        "SUPPORTED", "EMERGENCY", "SHELTER", "SAFE", "SECRET", "ADDRESS", "TELEPHONE", "PHONE", "MOBILE", "DOCTOR",
        "DR", "MR", "MRS", "MS", "NO", "LIVES", "STAYING", "SCHOOLS", "HOMES", "KINSHIP", "CONNECTED", "PERSON",
    ])

    /// A word and what else is written for it; an empty one where it is left out.
    static func of(_ word: FactWords.Word) -> [String] {
        var ways = forms[word.text] ?? [word.text]
        if word.isPossessive { ways.append(String(word.text.dropLast())) }
        return ways
    }
}
