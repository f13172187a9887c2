import ChildJourney
import Diagnostics
import FileFormats
import WorkingDays

extension CensusReader {
    /// Puts one value where it belongs in the group being read.
    func readValue(_ value: CensusValue) {
        switch value.element {
        case .childID: childID = value.text
        case .pupilNumber: person.pupilNumber = value.text
        case .formerPupilNumber: person.formerPupilNumber = value.text
        case .pupilNumberUnknown: person.pupilNumberUnknown = code(value, in: codes.pupilNumberUnknown)
        case .birthDate: person.bornOn = day(value)
        case .expectedBirthDate: person.expectedOn = day(value)
        case .deathDate: person.diedOn = day(value)
        case .gender, .sex: person.sex = code(value, in: codes.sex)
        case .ethnicity: person.ethnicity = code(value, in: codes.ethnicity)
        case .disability:
            if let code = code(value, in: codes.disability), code != "NONE" {
                journey.add(Disability(code: code), id: RecordID(code), place: Int64(value.position.line))
            }
        case .referralDate, .referralSource, .primaryNeed, .closureDate, .closureReason, .noFurtherAction:
            readEpisode(value)
        case .initialConferenceDate:
            if inEnquiry { enquiry.conferenceOn = day(value) } else { episode.conferenceOn = day(value) }
        case .assessmentStart: assessment.startedOn = day(value)
        case .assessmentReview: assessment.internalReviewOn = day(value)
        case .assessmentAuthorised: assessment.authorisedOn = day(value)
        case .assessmentFactor: if let code = code(value, in: codes.factor) { assessment.factors.append(code) }
        case .inNeedPlanStart: inNeedPlan.startedOn = day(value)
        case .inNeedPlanEnd: inNeedPlan.endedOn = day(value)
        case .enquiryStart: enquiry.startedOn = day(value)
        case .conferenceTarget: enquiry.targetOn = day(value)
        case .conferenceNotRequired: enquiry.notRequired = yesNo(value)
        default: readPlanValue(value)
        }
    }

    private func readEpisode(_ value: CensusValue) {
        switch value.element {
        case .referralDate: episode.receivedOn = day(value)
        case .referralSource: episode.source = code(value, in: codes.referralSource)
        case .primaryNeed: episode.primaryNeed = code(value, in: codes.primaryNeed)
        case .closureDate: episode.closedOn = day(value)
        case .closureReason: episode.closureReason = code(value, in: codes.closureReason)
        case .noFurtherAction: episode.noFurtherAction = yesNo(value)
        default: break
        }
    }

    private func readPlanValue(_ value: CensusValue) {
        switch value.element {
        case .protectionPlanStart: plan.startedOn = day(value)
        case .protectionPlanEnd: plan.endedOn = day(value)
        case .initialCategory: plan.initialCategory = code(value, in: codes.category)
        case .latestCategory: plan.latestCategory = code(value, in: codes.category)
        case .previousPlans: plan.previousPlans = number(value)
        case .planReviewDate:
            if let day = day(value) { plan.reviews.append((day, Int64(value.position.line))) }
        case .preProceedingsStart: legal.startedOn = day(value)
        case .letterSent: legal.letterSentOn = day(value)
        case .familyMeetingOffered: legal.familyMeetingOffered = yesNo(value)
        case .familyMeetingHeld: legal.familyMeetingHeld = yesNo(value)
        case .firstMeeting: legal.firstMeetingOn = day(value)
        case .reviewMeetings: legal.reviewMeetings = number(value)
        case .stepDecided: legal.stepDecidedOn = day(value)
        case .preProceedingsOutcome: legal.outcome = code(value, in: codes.preProceedingsOutcome)
        case .courtApplication: legal.courtApplicationOn = day(value)
        case .carePlanLetter: legal.carePlanLetterOn = day(value)
        default: break
        }
    }

    /// A day from 1900 to 2100; anything else is a diagnostic and no value.
    func day(_ value: CensusValue) -> Day? {
        if value.bytes.isEmpty { return nil }
        guard let date = DateText(value.bytes), let day = Day(year: date.year, month: date.month, day: date.day) else {
            report(.error, "date-malformed", "This is not a date in the form 2026-03-31.", value)
            return nil
        }
        if date.form != .yearFirst {
            report(
                .warning, "date-day-first", "A census writes dates as 2026-03-31; this one was read as day first.",
                value)
        }
        guard (1900...2100).contains(date.year) else {
            report(.error, "date-implausible", "A date before 1900 or after 2100 is not used.", value)
            return nil
        }
        return day
    }

    private func code(_ value: CensusValue, in codes: CensusCodes.Codes) -> String? {
        if let known = codes.code(value.bytes) { return known }
        report(.warning, "code-unknown", "This code is not in the national code set; it is kept as it stands.", value)
        return value.text
    }

    private func yesNo(_ value: CensusValue) -> Bool? {
        if let known = YesNoText(value.bytes).value { return known }
        report(.error, "yes-no-malformed", "This is neither 0, 1, true nor false.", value)
        return nil
    }

    private func number(_ value: CensusValue) -> Int? {
        if let known = WholeNumberText.value(value.bytes) { return known }
        report(.error, "number-malformed", "This is not a whole number.", value)
        return nil
    }
}
