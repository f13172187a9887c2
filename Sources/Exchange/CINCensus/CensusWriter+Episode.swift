import ChildJourney
import FileFormats
import WorkingDays

/// One `CINdetails` group: a referral and what hangs on it, in schema order.
extension CensusWriter {
    func write(_ referral: Recorded<Referral>, of journey: Journey) {
        xml.open("CINdetails")
        day("CINreferralDate", referral.receivedOn)
        xml.element("ReferralSource", form.referralSource(referral.source ?? "10"))
        xml.element("PrimaryNeedCode", referral.primaryNeed)
        if let closed = form.known(referral.closedOn) {
            day("CINclosureDate", closed)
            xml.element("ReasonForClosure", form.closureReason(referral.closureReason ?? "RC7"))
        }
        writeConferenceOutsideEnquiry(referral.id, journey)
        for assessment in journey.assessments where assessment.referral == referral.id { write(assessment.body) }
        if form.hasInNeedPlans {
            for plan in journey.inNeedPlans where plan.referral == referral.id { write(plan.body) }
        }
        for enquiry in journey.enquiries where enquiry.referral == referral.id { write(enquiry, journey) }
        xml.element("ReferralNFA", referral.noFurtherAction == true ? 1 : 0)
        for (index, plan) in journey.protectionPlans.enumerated() where plan.referral == referral.id {
            write(plan, earlierPlans: index, journey)
        }
        if form.hasPreProceedings {
            for steps in journey.preProceedings where steps.referral == referral.id { write(steps.body) }
        }
        xml.close("CINdetails")
    }

    private func writeConferenceOutsideEnquiry(_ referral: RecordID, _ journey: Journey) {
        let held = journey.conferences.first {
            $0.kind == .initial && $0.referral == referral && $0.enquiry == nil
                && ($0.heldOn.map(form.contains) ?? false)
        }
        day("DateOfInitialCPC", held?.heldOn)
    }

    private func write(_ assessment: Assessment) {
        let authorised = form.known(assessment.authorisedOn)
        guard form.touches(assessment.startedOn, authorised) else { return }
        xml.open("Assessments")
        day("AssessmentActualStartDate", assessment.startedOn)
        if let reviewed = assessment.internalReviewOn, form.contains(reviewed) {
            day("AssessmentInternalReviewDate", reviewed)
        }
        day("AssessmentAuthorisationDate", authorised)
        if authorised != nil, let factors = assessment.factors, !factors.isEmpty { writeFactors(factors) }
        xml.close("Assessments")
    }

    private func writeFactors(_ factors: [String]) {
        xml.open("FactorsIdentifiedAtAssessment")
        var written: [String] = []
        for factor in factors.map(form.factor) where !written.contains(factor) {
            xml.element("AssessmentFactors", factor)
            written.append(factor)
        }
        xml.close("FactorsIdentifiedAtAssessment")
    }

    private func write(_ plan: ChildInNeedPlan) {
        guard form.touches(plan.startedOn, plan.endedOn) else { return }
        xml.open("CINPlanDates")
        day("CINPlanStartDate", plan.startedOn)
        day("CINPlanEndDate", form.known(plan.endedOn))
        xml.close("CINPlanDates")
    }

    /// An enquiry that led to a conference is over once that is held; any other, when it ended.
    private func write(_ enquiry: Recorded<Section47Enquiry>, _ journey: Journey) {
        let held = form.known(
            journey.conferences.first { $0.kind == .initial && $0.enquiry == enquiry.id && $0.heldOn != nil }?.heldOn)
        guard form.touches(enquiry.startedOn, held ?? enquiry.endedOn) else { return }
        xml.open("Section47")
        day("S47ActualStartDate", enquiry.startedOn)
        day("InitialCPCtarget", enquiry.conferenceTargetOn)
        day("DateOfInitialCPC", held)
        // NB: the schema wants an answer, so an enquiry nobody has decided on says 0: not marked "not required".
        xml.element("ICPCnotRequired", isMarkedNotRequired(enquiry.body) ? 1 : 0)
        xml.close("Section47")
    }

    private func isMarkedNotRequired(_ enquiry: Section47Enquiry) -> Bool {
        enquiry.conferenceRequired == false && (enquiry.endedOn.map { $0 <= form.referenceDay } ?? true)
    }

    private func write(_ plan: Recorded<ChildProtectionPlan>, earlierPlans: Int, _ journey: Journey) {
        guard form.touches(plan.startedOn, plan.endedOn) else { return }
        xml.open("ChildProtectionPlans")
        day("CPPstartDate", plan.startedOn)
        day("CPPendDate", form.known(plan.endedOn))
        xml.element("InitialCategoryOfAbuse", plan.initialCategory ?? "MUL")
        xml.element("LatestCategoryOfAbuse", plan.latestCategory ?? plan.initialCategory ?? "MUL")
        xml.element("NumberOfPreviousCPP", max(plan.previousPlans ?? 0, earlierPlans))
        let reviews = journey.planReviews.filter { $0.plan == plan.id && ($0.heldOn.map(form.contains) ?? false) }
        if !reviews.isEmpty {
            xml.open("Reviews")
            for review in reviews { day("CPPreviewDate", review.heldOn) }
            xml.close("Reviews")
        }
        xml.close("ChildProtectionPlans")
    }

    private func write(_ steps: PreProceedings) {
        let days = [
            steps.startedOn, steps.letterSentOn, steps.firstMeetingOn, steps.stepDecidedOn, steps.courtApplicationOn,
        ]
        guard days.contains(where: { $0.map(form.contains) ?? false }) else { return }
        func flag(_ name: StaticString, _ value: Bool?) { xml.element(name, value.map { $0 ? 1 : 0 }) }
        xml.open("PreProceedingsandFGDM")
        day("PPStartDate", steps.startedOn)
        day("LBPSentDate", form.known(steps.letterSentOn))
        flag("FGDMMeetingOffer", steps.familyMeetingOffered)
        flag("FGDMMeetingFac", steps.familyMeetingHeld)
        day("InitialPPMeetingDate", form.known(steps.firstMeetingOn))
        xml.element("ReviewMeetingsCount", steps.reviewMeetings)
        day("StepDecisionDate", form.known(steps.stepDecidedOn))
        xml.element("PPOutcome", steps.outcome)
        day("CourtAppDate", form.known(steps.courtApplicationOn))
        day("LetterInitCPDate", form.known(steps.carePlanLetterOn))
        xml.close("PreProceedingsandFGDM")
    }
}
