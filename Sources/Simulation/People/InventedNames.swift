/// Names that read like names and belong to nobody: surnames are put together from two parts that no register holds.
enum InventedNames {
    private static let forenames = [
        "Ada", "Amara", "Anwen", "Arlo", "Asha", "Ayaan", "Bea", "Bilal", "Bronte", "Caleb", "Callum", "Cara", "Chidi",
        "Dafydd", "Dara", "Delroy", "Edie", "Elif", "Ewan", "Farah", "Finn", "Freya", "Gethin", "Greta", "Hana",
        "Harlan", "Ida", "Imani", "Iona", "Isaac", "Jaya", "Jonah", "Kasia", "Kemi", "Kit", "Leila", "Lowri", "Luca",
        "Maeve", "Malik", "Mina", "Nadia", "Nia", "Noor", "Oskar", "Otis", "Petra", "Priya", "Quinn", "Rafe", "Remi",
        "Rhys", "Rosa", "Safa", "Samir", "Seren", "Tariq", "Tess", "Theo", "Uma", "Vera", "Wilf", "Yara", "Zain",
    ]
    private static let beginnings = [
        "Bramble", "Thistle", "Copper", "Marrow", "Quill", "Lantern", "Pebble", "Saffron", "Tansy", "Umber", "Velvet",
        "Willow", "Yarrow", "Ade", "Okon", "Rahma", "Kaur", "Nowa", "Pata", "Chaud", "Oye", "Hossa", "Silva", "Kova",
    ]
    private static let endings = [
        "wickby", "holloway", "fernley", "mereton", "stowell", "garth", "lingham", "drake", "marsh", "quay", "sparrow",
        "thwaite", "underhill", "venn", "winslow", "yeo", "croft", "dell",
    ]
    private static let places = [
        "Alderwick", "Brackenmere", "Coldharrow", "Dunlinstoke", "Elmsworth", "Fallowby", "Gorsehaven", "Heronsford",
        "Ivelmouth", "Jasperholt", "Kestrelby", "Larkminster",
    ]

    static func forename(_ chance: inout Chance) -> String { chance.pick(forenames) }

    static func surname(_ chance: inout Chance) -> String { chance.pick(beginnings) + chance.pick(endings) }

    static func worker(_ chance: inout Chance) -> String { "\(forename(&chance)) \(surname(&chance))" }

    static func place(_ number: Int) -> String {
        let round = number / places.count
        return places[number % places.count] + (round == 0 ? "" : " \(round + 1)")
    }
}
