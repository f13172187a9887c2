import ChildJourney
import WorkingDays

/// Which referrals a census file holds: those received in its year, and those accepted and not closed before it.
struct CensusSight {
    let yearStart: Day

    func shows(_ referral: Referral) -> Bool {
        if referral.receivedOn >= yearStart { return true }
        if referral.noFurtherAction == true { return false }
        return referral.closedOn.map { $0 >= yearStart } ?? true
    }
}
