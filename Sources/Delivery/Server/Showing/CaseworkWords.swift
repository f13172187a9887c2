import ChildJourney
import WorkingDays

extension CaseworkRecords {
    /// What a visitor must know before going, as it stands on a day.
    func adviceWords(on day: Day) -> [String] {
        safetyAdvice.filter { $0.body.on <= day && ($0.body.endedOn.map { day < $0 } ?? true) }.map { advice in
            let alone = advice.body.neverAlone == true ? " Nobody goes alone." : ""
            let review = advice.body.reviewOn.map { $0 < day ? " To be looked at again since \($0.words)." : "" } ?? ""
            return "\(advice.body.advice)\(alone)\(review)"
        }
    }

    /// What the child is at risk of on a day.
    func riskWords(on day: Day) -> [String] {
        risksToChild.filter { $0.body.since <= day && ($0.body.endedOn.map { day < $0 } ?? true) }.map { risk in
            let kind = risk.body.kind.words.prefix(1).uppercased() + risk.body.kind.words.dropFirst()
            let review = risk.body.reviewOn.map { ", looked at again by \($0.words)" } ?? ""
            return "\(kind): \(risk.body.level.rawValue), since \(risk.body.since.words)\(review)"
        }
    }
}

extension Journey {
    /// "may pose a risk (alleged, not proven; review by Mon 4 Jan 2027)"; nil where nothing stands on the day.
    func riskPosedWords(on day: Day) -> String? {
        guard let risk = casework.risksPosed.last(where: { $0.body.stands(on: day) }) else { return nil }
        let review = risk.body.lastReviewDay.map { "; review by \($0.words)" } ?? ""
        return "may pose a risk (\(risk.body.basis.words)\(review))"
    }
}

extension PersonPosingRisk {
    /// The day by which it is looked at again.
    var lastReviewDay: Day? { reviews?.max { $0.on < $1.on }?.nextOn ?? reviewOn }
}
