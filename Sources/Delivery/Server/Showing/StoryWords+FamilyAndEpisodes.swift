import Casework
import ChildJourney
import WorkingDays

/// Birth and family, and times away, in care, of early help and before proceedings.
extension StoryWords {
    func tellFamilyAndEpisodes(_ journey: Journey, _ told: inout [ToldEvent]) {
        if let person = journey.person, person.expectedOn != nil {
            tell(person, person.bornOn, "Born", "", &told)
        }
        for tie in journey.relationships where tie.isAdult == true {
            let who = journey.family.adults.first { $0.id == tie.other }?.journey.person?.body.nameShown
            let words = joined(
                who, tie.livesWith == true ? "Lives with the child" : nil,
                tie.parentalResponsibility == true ? "Has parental responsibility" : nil)
            let day = tie.from ?? tie.recordedAt?.londonDay
            tell(tie, day, "Family: \(tie.kindWords.lowercased())", words, &told)
            tell(tie, tie.until, "Family: \(tie.kindWords.lowercased()), until this day", joined(who), &told)
        }
        tellMissing(journey, &told)
        for care in journey.careEpisodes {
            tell(care, care.beganOn, "Came into care", "", &told)
            tell(care, care.ceasedOn, "Left care", "", &told)
        }
        for help in journey.earlyHelpEpisodes {
            // What a file gives as its reason is a code of that file.
            let words = joined(
                help.body.lead.map { "Led by \($0)" }, help.body.lead == nil ? nil : help.reason, help.body.plan)
            tell(help, help.startedOn, "Early help opened", words, &told)
            tell(help, help.endedOn, "Early help ended", joined(help.body.lead == nil ? nil : help.endReason), &told)
        }
        for declined in journey.hasCasework ? journey.casework.earlyHelpDeclined : [] {
            tell(
                declined, declined.body.on, "Early help declined by \(declined.body.by)",
                joined(declined.body.offered, declined.body.why), &told)
        }
        tellLegalSteps(journey, &told)
    }
}
