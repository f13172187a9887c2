import ChildJourney
import Diagnostics
import FileFormats
import WorkingDays

/// Reads a children in need census of any year from 2017 to 2026-27, one child at a time, in bounded memory.
///
/// A value that cannot be read is a diagnostic with its line and column, and the child still loads without it. A group
/// whose first day cannot be read (an assessment with no start) cannot be placed in a story: it is a diagnostic, is
/// counted in `unreadable` with its place so that it can be kept, and what lies beside it still loads.
package final class CensusReader: XMLEventConsumer {
    /// A group that could not be placed: which, and where it stands in the file.
    package struct UnreadableGroup: Sendable, Hashable {
        package let group: String
        /// How many groups of the name begin before it in the file.
        package let ordinal: Int
        package let line: Int
    }

    /// At most this many diagnostics are kept; the rest are only counted.
    package static let keptDiagnostics = 10_000

    package private(set) var header = CensusHeader()
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var diagnosticCount = 0
    package private(set) var unreadable: [UnreadableGroup] = []
    package private(set) var childCount = 0

    let file: String
    let codes: CensusCodes
    private let handOver: (SourceChild) -> Void
    private var seenIDs: Set<Int> = []
    private var hasChildrenGroup = false
    private var isFirstElement = true
    private(set) var isCensus = true
    /// How many groups of each name have begun, by the name's place in the vocabulary.
    private var begun = [Int](repeating: 0, count: CensusElement.all.count)

    var journey = Journey()
    var childID = ""
    var childLine = 0
    var person = CensusDraft.Person()
    var episode = CensusDraft.Episode()
    var beforeEpisode = Counts()
    var assessment = CensusDraft.Assessment()
    var inNeedPlan = CensusDraft.InNeedPlan()
    var enquiry = CensusDraft.Enquiry()
    var inEnquiry = false
    var plan = CensusDraft.ProtectionPlan()
    var legal = PreProceedings()
    var legalPlace: Int64 = 0

    /// `handOver` is called for each child, after the header has been read.
    package init(file: String, codes: CensusCodes, handOver: @escaping (SourceChild) -> Void) {
        self.file = file
        self.codes = codes
        self.handOver = handOver
    }

    /// Reads the whole file. Throws the one failure that made it unusable.
    package func read(_ source: any ByteSource, progress: ((Int) -> Void)? = nil) throws(FileFailure) {
        let reader = XMLEventReader(vocabulary: CensusElement.vocabulary, consumer: self)
        try reader.read(source, progress: progress)
        try mustBeCensus()
    }

    /// Throws unless what was read was a census.
    func mustBeCensus() throws(FileFailure) {
        guard isCensus, hasChildrenGroup else {
            throw FileFailure(
                .xmlNotXML, "This is XML, but not a children in need census: there is no Message with Children.")
        }
    }

    package func startElement(_ code: Int, at position: XMLPosition) {
        if isFirstElement {
            isFirstElement = false
            isCensus = code > 0 && CensusElement.all[code - 1] == .message
        }
        guard isCensus, code > 0 else { return }
        switch CensusElement.all[code - 1] {
        case .children: hasChildrenGroup = true
        case .child:
            journey = Journey()
            childID = ""
            childLine = position.line
            person = CensusDraft.Person()
        case .childIdentifiers: person.place = Int64(position.line)
        case .episode:
            begun[code - 1] += 1
            episode = CensusDraft.Episode()
            episode.place = Int64(position.line)
            beforeEpisode = counts
        case .assessment:
            begun[code - 1] += 1
            assessment = CensusDraft.Assessment()
            assessment.place = Int64(position.line)
        case .inNeedPlan:
            begun[code - 1] += 1
            inNeedPlan = CensusDraft.InNeedPlan()
            inNeedPlan.place = Int64(position.line)
        case .enquiry:
            begun[code - 1] += 1
            enquiry = CensusDraft.Enquiry()
            enquiry.place = Int64(position.line)
            inEnquiry = true
        case .protectionPlan:
            begun[code - 1] += 1
            plan = CensusDraft.ProtectionPlan()
            plan.place = Int64(position.line)
        case .preProceedings:
            begun[code - 1] += 1
            legal = PreProceedings()
            legalPlace = Int64(position.line)
        default: break
        }
    }

    package func endElement(_ code: Int, text: UnsafeBufferPointer<UInt8>, at position: XMLPosition) {
        guard isCensus, code > 0 else { return }
        let element = CensusElement.all[code - 1]
        let value = CensusValue(element: element, bytes: text, position: position)
        switch element {
        case .year, .referenceDate, .council, .collection: readHeader(value)
        case .child: endChild()
        case .episode: endEpisode(endLine: position.line)
        case .assessment: endAssessment()
        case .inNeedPlan: endInNeedPlan()
        case .enquiry: endEnquiry()
        case .protectionPlan: endProtectionPlan()
        case .preProceedings: endPreProceedings()
        default: if !text.isEmpty { readValue(value) }
        }
    }

    private func readHeader(_ value: CensusValue) {
        switch value.element {
        case .year: header.year = WholeNumberText.value(value.bytes)
        case .referenceDate: header.referenceDay = day(value)
        case .council: header.council = value.text
        case .collection:
            if value.text.uppercased() != "CIN" {
                report(.warning, "collection-not-cin", "The file says it is another collection.", value)
            }
        default: break
        }
        if let day = header.referenceDay, day.civil.month != 3 || day.civil.day != 31, value.element == .referenceDate {
            report(.warning, "reference-date-not-31-march", "A census ends on 31 March.", value)
        }
    }

    private func endChild() {
        if childID.isEmpty {
            childID = "(no id, line \(childLine))"
            note(.error, "child-id-missing", "A child has no LAchildID.", line: childLine, field: "LAchildID")
        } else if !seenIDs.insert(childID.hashValue).inserted {
            note(
                .warning, "child-twice", "The same LAchildID stands in the file twice.", line: childLine,
                field: "LAchildID")
        }
        journey.person = Recorded(
            Person(
                bornOn: person.bornOn, expectedOn: person.expectedOn, diedOn: person.diedOn, sex: person.sex,
                ethnicity: person.ethnicity, uniquePupilNumber: person.pupilNumber,
                formerUniquePupilNumber: person.formerPupilNumber, pupilNumberUnknown: person.pupilNumberUnknown),
            id: "person", place: person.place)
        journey.arrange()
        childCount += 1
        handOver(SourceChild(id: childID, place: Int64(childLine), journey: journey))
    }

    func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String, _ value: CensusValue) {
        diagnosticCount += 1
        guard diagnostics.count < Self.keptDiagnostics else { return }
        diagnostics.append(
            Diagnostic(
                severity, code, message,
                at: SourceLocation(
                    file: file, line: value.position.line, column: value.position.column, field: value.element.rawValue),
                value: value.isQuotable ? value.text : nil))
    }

    func note(_ severity: Diagnostic.Severity, _ code: String, _ message: String, line: Int, field: String) {
        diagnosticCount += 1
        guard diagnostics.count < Self.keptDiagnostics else { return }
        diagnostics.append(
            Diagnostic(severity, code, message, at: SourceLocation(file: file, line: line, field: field)))
    }

    func keep(_ group: CensusElement, from line: Int64, missing element: CensusElement) {
        let first = Int(line)
        let ordinal = begun[CensusElement.vocabulary.code(of: group.rawValue) - 1] - 1
        unreadable.append(UnreadableGroup(group: group.rawValue, ordinal: ordinal, line: first))
        note(
            .error, "group-without-date",
            "A \(group.rawValue) group has no date that can be read in \(element.rawValue).",
            line: first, field: element.rawValue)
    }
}
