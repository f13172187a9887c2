import ChildJourney
import FileFormats
import WorkingDays

/// Writes a children in need census of any year from 2017 to 2026-27, one child at a time, in schema order.
///
/// Only what belongs to the year is written: referrals received in it and those accepted and still open when it began,
/// with the assessments, enquiries and plans that were open or began in it and the reviews held in it. The same
/// journeys make the same bytes.
package final class CensusWriter {
    let xml: XMLWriter
    let form: CensusForm
    package private(set) var childCount = 0

    /// `referenceDay` is 31 March at the end of the census year; `software` says what made the file.
    package convenience init(
        path: String, council: String, referenceDay: Day, software: String
    ) throws(FileFailure) {
        self.init(try XMLWriter(path: path), council: council, referenceDay: referenceDay, software: software)
    }

    package init(_ xml: XMLWriter, council: String, referenceDay: Day, software: String) {
        self.xml = xml
        form = CensusForm(referenceDay: referenceDay)
        xml.open("Message")
        writeHeader(council: council, software: software)
        xml.open("Children")
    }

    /// Writes the child, unless the census of the year has nothing about them: then false.
    @discardableResult
    package func write(_ journey: Journey, of child: String) -> Bool {
        let referrals = journey.referrals.filter { belongs($0.body) }
        guard !referrals.isEmpty else { return false }
        xml.open("Child")
        writeIdentifiers(journey.person?.body ?? Person(), child)
        writeCharacteristics(journey)
        for referral in referrals { write(referral, of: journey) }
        xml.close("Child")
        childCount += 1
        return true
    }

    package func finish() throws(FileFailure) {
        xml.close("Children")
        xml.close("Message")
        try xml.finish()
    }

    /// A referral with no further action belongs to the year it came in; any other to each year it was open in.
    private func belongs(_ referral: Referral) -> Bool {
        if form.contains(referral.receivedOn) { return true }
        return referral.noFurtherAction != true && form.touches(referral.receivedOn, referral.closedOn)
    }

    func day(_ name: StaticString, _ day: Day?) {
        guard let (year, month, day) = day?.civil else { return }
        xml.element(name, year: year, month: month, day: day)
    }

    private func writeHeader(council: String, software: String) {
        xml.group("Header") {
            xml.group("CollectionDetails") {
                xml.element("Collection", "CIN")
                xml.element("Year", form.year)
                day("ReferenceDate", form.referenceDay)
            }
            xml.group("Source") {
                xml.element("SourceLevel", "L")
                xml.element("LEA", council)
                xml.element("SoftwareCode", software)
                xml.element("Release", "1")
                xml.element("SerialNo", "001")
                // Not the clock: the same children make the same file.
                xml.element("DateTime", "\(form.referenceDay)T23:59:59")
            }
        }
    }

    private func writeIdentifiers(_ person: Person, _ child: String) {
        xml.open("ChildIdentifiers")
        xml.element("LAchildID", child)
        xml.element("UPN", person.uniquePupilNumber)
        xml.element("FormerUPN", person.formerUniquePupilNumber)
        if person.uniquePupilNumber == nil { xml.element("UPNunknown", person.pupilNumberUnknown ?? "UN5") }
        day("PersonBirthDate", person.bornOn)
        if person.bornOn == nil { day("ExpectedPersonBirthDate", person.expectedOn) }
        if form.hasSex {
            xml.element("Sex", form.sex(person.sex))
        } else {
            xml.element("GenderCurrent", form.sex(person.sex))
        }
        day("PersonDeathDate", form.known(person.diedOn))
        xml.close("ChildIdentifiers")
    }

    private func writeCharacteristics(_ journey: Journey) {
        xml.open("ChildCharacteristics")
        xml.element("Ethnicity", journey.person?.ethnicity ?? "NOBT")
        xml.open("Disabilities")
        if journey.disabilities.isEmpty { xml.element("Disability", "NONE") }
        for disability in journey.disabilities { xml.element("Disability", disability.code) }
        xml.close("Disabilities")
        xml.close("ChildCharacteristics")
    }
}
