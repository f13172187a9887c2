import WorkingDays

/// The council has placed a child where nobody is registered to care for them, or in supported accommodation before 16.
/// It names no place: where a child lives may have to be kept from somebody.
/// Source: Care Standards Act 2000 section 11; Care Planning, Placement and Case Review (England) Regulations 2010,
/// regulations 27A and 27C.
package struct UnregisteredPlacement: EntryBody {
    package static var kind: RecordKind { .unregisteredPlacement }

    package var beganOn: Day
    package var setting: UnregisteredSetting
    /// Why the child was placed there all the same. It clears nothing.
    package var why: String?
    /// Who agreed to it, as they are called at work.
    package var agreedBy: String?
    /// How the child is kept safe meanwhile.
    package var keptSafe: String?
    package var endedOn: Day?
    package var ending: UnregisteredPlacementEnding?
    package var endedWords: String?
    /// Who recorded the end, by their name for signing in.
    package var endedBy: String?

    package init(_ setting: UnregisteredSetting, beganOn: Day) {
        self.setting = setting
        self.beganOn = beganOn
    }

    package var happenedOn: Day? { beganOn }
    package var settledOn: Day? { endedOn }

    package static func fold(_ record: Recorded<UnregisteredPlacement>, into journey: inout Journey) {
        journey.casework.unregisteredPlacements.append(record)
    }
}

package enum UnregisteredSetting: String, Codable, Sendable, CaseIterable {
    case childrensHome = "childrens-home"
    case supportedAccommodation = "supported-accommodation"
    case supportedAccommodationUnder16 = "supported-accommodation-under-16"

    package var words: String {
        switch self {
        case .childrensHome: "somewhere that has to be registered as a children's home, and is not"
        case .supportedAccommodation: "supported accommodation that is not registered, at 16 or 17"
        case .supportedAccommodationUnder16: "supported accommodation under 16, registered or not"
        }
    }
}

package enum UnregisteredPlacementEnding: String, Codable, Sendable, CaseIterable {
    case moved
    case registered

    package var words: String {
        switch self {
        case .moved: "the child has moved"
        case .registered: "the provider is registered now"
        }
    }
}
