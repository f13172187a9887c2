import ChildJourney
import Testing
import WorkingDays

@Suite struct SignificantRecordsTests {
    @Test(arguments: [(true, true), (false, false), (nil, false)] as [(Bool?, Bool)])
    func `a note is significant where its writer says so`(marked: Bool?, isSignificant: Bool) {
        #expect(CaseNote(on: "2026-03-03", text: "Rang.", significant: marked).isSignificant == isSignificant)
    }

    @Test(
        arguments: [
            RecordKind.contact, .conference, .managementDecision, .careEpisode, .legalStatus, .preProceedings,
            .section47Enquiry, .strategyDiscussion, .missingEpisode,
        ])
    func `harm alleged, decisions, conferences, placement and court are significant by themselves`(kind: RecordKind) {
        #expect(kind.significance == .always)
    }

    @Test(
        arguments: [
            RecordKind.withheldFact, .address, .contactDetail, .outgoingDocument, .staffSafetyAdvice, .allocation,
        ])
    func `where a child is, and what only workers need, is in no chronology`(kind: RecordKind) {
        #expect(kind.significance == .never)
    }
}
