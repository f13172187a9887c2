import ChildJourney
import Duties
import WorkingDays

/// `written-late`: something was done, and written down days after it.
package struct WrittenLate: ConcernRule {
    package static let code: ConcernCode = "written-late"
    package static let kind = ConcernKind.unrecorded
    package static let level = 3
    package static let inToday = false
    package static let limbs = [Limb("", needs: [.timesOfWriting])]
    package static let limits: [LimitID] = [
        "written_late_local", "written_late_visit_local", "written_late_stand_local",
    ]
    package static let words = RuleWords(
        title: "Record written late",
        rule: """
            What is done is written down within 5 working days; a visit or a strategy discussion within 2. What is \
            written later is shown for 30 days.
            """,
        clears: "30 days have passed", whoCanAct: "Whoever recorded it")

    private let calendar: WorkingCalendar
    private let within: Allowance
    private let withinOfVisit: Allowance
    private let standsFor: Allowance
    private let times: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        within = setting.limits.allowance("written_late_local")
        withinOfVisit = setting.limits.allowance("written_late_visit_local")
        standsFor = setting.limits.allowance("written_late_stand_local")
        times = setting.cover.extents[.timesOfWriting]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        look(at: journey.visits, withinOfVisit, "written_late_visit_local", journey, &findings)
        look(at: journey.strategyDiscussions, withinOfVisit, "written_late_visit_local", journey, &findings)
        look(at: journey.contacts, journey, &findings)
        look(at: journey.referrals, journey, &findings)
        look(at: journey.assessments, journey, &findings)
        look(at: journey.enquiries, journey, &findings)
        look(at: journey.conferences, journey, &findings)
        look(at: journey.planReviews, journey, &findings)
        look(at: journey.missingEpisodes, journey, &findings)
        guard journey.hasCasework else { return }
        look(at: journey.casework.coreGroups, journey, &findings)
        look(at: journey.casework.inNeedPlanReviews, journey, &findings)
        look(at: journey.casework.notes, journey, &findings)
        look(at: journey.casework.decisions, journey, &findings)
        look(at: journey.casework.supervisions, journey, &findings)
        look(at: journey.casework.missingMeetings, journey, &findings)
        look(at: journey.casework.returnInterviews, journey, &findings)
        look(at: journey.casework.exploitationAssessments, journey, &findings)
        look(at: journey.casework.homelessness, journey, &findings)
        look(at: journey.casework.emergencyPowers, journey, &findings)
        look(at: journey.casework.agencyChecks, journey, &findings)
        look(at: journey.casework.givenToFamily, journey, &findings)
    }

    private func look<Body: EntryBody>(
        at records: [Recorded<Body>], _ journey: Journey, _ findings: inout Findings
    ) { look(at: records, within, "written_late_local", journey, &findings) }

    private func look<Body: EntryBody>(
        at records: [Recorded<Body>], _ allowance: Allowance, _ standard: LimitID, _ journey: Journey,
        _ findings: inout Findings
    ) {
        for record in records {
            // What happened before times were kept here was brought along: when it was first written is not known.
            guard let done = record.body.doneOn, let written = record.firstWrittenAt?.londonDay,
                times?.reaches(done) ?? false, let due = calendar.due(allowance, after: done), written > due
            else { continue }
            findings.condition(
                Self.self, about: record.about(on: done), from: written, standard: standard,
                met: calendar.due(standsFor, after: written).map { Met(on: $0) },
                stop: journey.stop(from: written, episode: nil), evidence: [record.evidence("happened", on: done)],
                numbers: [written - done])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        It happened \(concern.about.on.words), and was first written down \(concern.onset.words).
        """
    }
}
