import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension Recording {
    /// A sample names its children by their ids. Of one whose record is destroyed it keeps that a case existed, in its place, and
    /// nothing that leads to whom: every earlier text of the sample goes, and a new one without the id takes its place.
    func eraseFromSamples(
        _ child: SubjectID, authority: String, by user: UserID, at moment: Moment
    ) throws -> [Int64] {
        var erased: [Int64] = []
        for text in try EntryRows.subjects(.sample, after: nil, limit: .max, in: council, db) {
            guard let subject = Subject(text: text) else { continue }
            let history = try FamilyRows.history(of: subject, in: council, db)
            let naming = history.entries.filter { (entry: JourneyEntry) -> Bool in
                switch entry.body {
                case let sample as CaseSample: (sample.cases + sample.reserve).contains { $0.child == child.text }
                case let replacement as SampleReplacement:
                    replacement.replaced == child.text || replacement.by.child == child.text
                case let addition as SampleAddition: addition.child == child.text
                default: false
                }
            }
            guard !naming.isEmpty else { continue }
            // The same for every mention within one sample, so that a replacement still finds its place.
            let stand = SampledCase.destroyed(at: head.sequence + 1)
            let standing: [(RecordID, Int64, any EntryBody)] =
                history.standing(CaseSample.self).map { ($0.id, $0.place, $0.body.without(child.text, stand)) }
                + history.standing(SampleReplacement.self).map { ($0.id, $0.place, $0.body.without(child.text, stand)) }
            let numbers: [Int64] = naming.map { $0.sequence }
            // NB: ids of additions once were the child's own, and an id is never erased: what takes their place has a nameless one.
            for addition in history.standing(SampleAddition.self) where addition.body.child == child.text {
                var body = addition.body
                body.child = stand
                let isNamed = addition.id.text.contains(child.text)
                let id = isNamed ? RecordID("addition-erased-\(head.sequence + 1)") : addition.id
                try record(
                    NewEntry(
                        body, id: id, about: subject, by: .user(user), corrects: isNamed ? nil : addition.place),
                    at: moment)
            }
            for (id, place, body) in standing where numbers.contains(place) {
                try record(NewEntry(body, id: id, about: subject, by: .user(user), corrects: place), at: moment)
            }
            try record(
                NewEntry(
                    .erasure(Erasure(authority: authority, entries: numbers, looks: nil, changes: nil)),
                    id: RecordID("erased-\(head.sequence + 1)"), about: subject, by: .user(user)), at: moment)
            for number in numbers { try EntryRows.erase(number, in: council, db) }
            erased += numbers
        }
        return erased
    }
}

extension CaseSample {
    fileprivate func without(_ child: String, _ stand: String) -> CaseSample {
        var sample = self
        for index in sample.cases.indices where sample.cases[index].child == child { sample.cases[index].child = stand }
        // Nobody takes a place who is not there to be read.
        sample.reserve.removeAll { $0.child == child }
        return sample
    }
}

extension SampleReplacement {
    fileprivate func without(_ child: String, _ stand: String) -> SampleReplacement {
        var replacement = self
        if replacement.replaced == child {
            // Why the file could not be read may say whose it was.
            (replacement.replaced, replacement.why) = (stand, "")
        }
        if replacement.by.child == child { replacement.by.child = stand }
        return replacement
    }
}
