/// Who works together to protect a child.
package enum Agency: String, Codable, Sendable, CaseIterable {
    case socialCare = "social-care"
    case police, health, education, housing, probation
    case adultServices = "adult-services"
    case voluntary, legal, other

    package var words: String {
        switch self {
        case .socialCare: "children's social care"
        case .police: "police"
        case .health: "health"
        case .education: "school or nursery"
        case .housing: "housing"
        case .probation: "probation"
        case .adultServices: "adult services"
        case .voluntary: "voluntary organisation"
        case .legal: "legal adviser"
        case .other: "another agency"
        }
    }
}
