/// One child as a source tells them: the source's own id for them, and everything it says.
package struct SourceChild: Sendable {
    package let id: String
    /// Where in the file the child begins: a line or a row.
    package let place: Int64
    package let journey: Journey

    package init(id: String, place: Int64, journey: Journey) {
        self.id = id
        self.place = place
        self.journey = journey
    }
}

/// One record of a journey, whatever its kind.
package struct AnyRecord: Sendable {
    package let id: RecordID
    package let place: Int64
    package let body: any EntryBody
}

extension Journey {
    /// Every record in the journey, kind by kind.
    package var records: [AnyRecord] {
        var all: [AnyRecord] = []
        func add<Body: EntryBody>(_ records: [Recorded<Body>]) {
            for record in records { all.append(AnyRecord(id: record.id, place: record.place, body: record.body)) }
        }
        if let person { add([person]) }
        add(disabilities)
        add(addresses)
        add(familyLinks)
        add(relationships)
        add(contacts)
        add(referrals)
        add(allocations)
        add(assessments)
        add(strategyDiscussions)
        add(enquiries)
        add(conferences)
        add(protectionPlans)
        add(planReviews)
        add(inNeedPlans)
        add(visits)
        add(missingEpisodes)
        add(preProceedings)
        add(careEpisodes)
        add(legalStatuses)
        add(earlyHelpEpisodes)
        add(casework.coreGroups)
        add(casework.inNeedPlanReviews)
        add(casework.notes)
        add(casework.decisions)
        add(casework.supervisions)
        add(casework.delays)
        add(casework.transfers)
        add(casework.misfiledEntries)
        add(casework.merges)
        add(casework.samePersons)
        add(casework.contactDetails)
        add(casework.withheldFacts)
        add(casework.outgoingDocuments)
        add(casework.documents)
        add(casework.handovers)
        add(casework.professionals)
        add(casework.safetyAdvice)
        add(casework.risksToChild)
        add(casework.risksPosed)
        add(casework.agencyChecks)
        add(casework.referrersTold)
        add(casework.escalations)
        add(casework.chairDecisions)
        add(casework.givenToFamily)
        add(casework.advocateOffers)
        add(casework.emergencyPowers)
        add(casework.transfersIn)
        add(casework.professionalAllegations)
        add(casework.seriousIncidents)
        add(casework.unregisteredPlacements)
        add(casework.missingMeetings)
        add(casework.returnInterviews)
        add(casework.exploitationAssessments)
        add(casework.privateFostering)
        add(casework.homelessness)
        add(casework.familyGroups)
        add(casework.earlyHelpDeclined)
        add(casework.plannedVisits)
        add(casework.languages)
        add(casework.religions)
        add(casework.immigrationStatuses)
        add(casework.complaints)
        add(casework.disputedStatements)
        add(casework.meetingMinutes)
        add(casework.legalHolds)
        add(casework.destructionProposals)
        add(casework.accessRequests)
        add(casework.fileAudits)
        add(casework.auditReplies)
        add(casework.auditActions)
        add(casework.unsafeFlags)
        return all
    }
}
