import ChildJourney
import WorkingDays

/// The rows one child has in the lists handed over when an inspection begins, as far as a journey tells them. Codes are the national
/// ones, without the letters some tools put before them; days are written 31/03/2026.
package struct AnnexARows: Sendable {
    package typealias Row = [String: String]

    private let journey: Journey
    private let child: SubjectName
    /// The day the inspection begins, and six months before it.
    private let on: Day
    private let from: Day

    /// The id as the council's own people know it.
    package struct SubjectName: Sendable {
        package let text: String

        package init(_ text: String) {
            self.text = text
        }
    }

    package init(_ journey: Journey, of child: SubjectName, on day: Day) {
        self.journey = journey
        self.child = child
        on = day
        from = day.adding(months: -6)
    }

    /// Lists a journey tells; of the others this record keeps nothing that would fill them.
    package static let told = 1...8

    package func rows(of list: Int) -> [Row] {
        let rows: [Row] =
            switch list {
            case 1: contacts
            case 2: earlyHelp
            case 3: referrals
            case 4: assessments
            case 5: enquiries
            case 6: inNeed
            case 7: protectionPlans
            case 8: lookedAfter
            default: []
            }
        return rows.map { $0.merging(common) { own, _ in own } }
    }

    private func isLately(_ day: Day?) -> Bool { day.map { from <= $0 && $0 <= on } ?? false }

    /// Began by the day, and had not ended six months before it.
    private func isOrWas(_ start: Day, _ end: Day?) -> Bool { start <= on && (end.map { $0 >= from } ?? true) }

    private func lastYear(_ day: Day?) -> Bool { day.map { on.adding(months: -12) <= $0 && $0 <= on } ?? false }

    // MARK: The lists

    private var common: Row {
        var row = ["Child Unique ID": child.text]
        row["Gender"] = journey.person?.sex
        row["Ethnicity"] = journey.person?.ethnicity
        row["Date of Birth"] = Self.text(journey.person?.bornOn)
        row["Age of Child (Years)"] = journey.age(on: on).map { String($0) }
        let codes = journey.disabilities.map(\.body.code)
        if !codes.isEmpty { row["Does the Child have a Disability"] = codes.allSatisfy { $0 == "NONE" } ? "No" : "Yes" }
        let lead = journey.lead(on: on)
        row["Allocated Team"] = lead?.team
        row["Allocated Worker"] = lead?.worker
        return row
    }

    private var contacts: [Row] {
        journey.contacts.filter { isLately($0.receivedOn) }.map { contact in
            Self.row(["Date of Contact": Self.text(contact.receivedOn), "Contact Source": contact.source])
        }
    }

    private var earlyHelp: [Row] {
        journey.earlyHelpEpisodes.filter {
            isLately($0.startedOn) || isOrWas($0.startedOn, $0.endedOn) && $0.endedOn == nil
        }
        .map { episode in
            Self.row([
                "Assessment start date": Self.text(episode.startedOn),
                "Organisation completing assessment": episode.organisation,
            ])
        }
    }

    private var referrals: [Row] {
        journey.referrals.filter { isLately($0.receivedOn) }.map { referral in
            let earlier = journey.referrals.count { one in
                referral.receivedOn.adding(months: -12) <= one.receivedOn && one.receivedOn < referral.receivedOn
            }
            return Self.row([
                "Date of referral": Self.text(referral.receivedOn), "Referral Source": referral.source,
                "Referral NFA?": Self.text(referral.noFurtherAction),
                "Number of Referrals in Last 12 Months": String(earlier), "Allocated Team": referral.team,
                "Allocated Worker": referral.worker,
            ])
        }
    }

    private var assessments: [Row] {
        journey.assessments.filter { one in
            one.startedOn <= on && (isLately(one.startedOn) || isLately(one.authorisedOn) || one.authorisedOn == nil)
        }.map { one in
            Self.row([
                "Continuous Assessment Start Date": Self.text(one.startedOn),
                "Child Seen During Continuous Assessment": Self.text(one.childSeen),
                "Continuous Assessment Date of Authorisation": Self.text(one.authorisedOn),
                "Was the child assessed as requiring LA children's social care support?":
                    Self.text(one.noFurtherAction.map { !$0 }), "Allocated Team": one.team,
                "Allocated Worker": one.worker,
            ])
        }
    }

    private var enquiries: [Row] {
        journey.enquiries.filter { isLately($0.startedOn) }.map { enquiry in
            let conference = journey.conferences.first {
                $0.kind == .initial && $0.body.enquiry == enquiry.id && $0.heldOn != nil
            }
            return Self.row([
                "Strategy discussion initiating Section 47 Enquiry Start Date": Self.text(enquiry.startedOn),
                "Was an Initial Child Protection Conference deemed unnecessary?":
                    Self.text(enquiry.conferenceRequired.map { !$0 }),
                "Date of Initial Child Protection Conference": Self.text(conference?.heldOn),
                "Did the Initial Child Protection Conference Result in a Child Protection Plan":
                    Self.text(conference?.decidedPlan),
                "Number of Section 47 Enquiries in the last 12 months":
                    String(journey.enquiries.count { lastYear($0.startedOn) }),
                "Number of ICPCs in the last 12 months":
                    String(journey.conferences.count { $0.kind == .initial && lastYear($0.heldOn) }),
                "Allocated Team": enquiry.team, "Allocated Worker": enquiry.worker,
            ])
        }
    }

    private var inNeed: [Row] {
        /// - Parameter end: The day services to a child in need ended; nil where they had not by the day.
        func row(_ referral: Recorded<Referral>?, start: Day?, end: Day?) -> Row {
            let end = end.flatMap { $0 <= on ? $0 : nil }
            return Self.row([
                "CIN Start Date": Self.text(start), "Primary Need Code": referral?.primaryNeed,
                "Date Child Was Last Seen": Self.text(journey.lastSeen(on: on)?.on),
                "CIN Closure Date": Self.text(end), "Reason for Closure": end == nil ? nil : referral?.closureReason,
                "Case Status": end == nil ? "Open" : "Closed",
            ])
        }
        // A plan that ends leaves the child in need until the referral is closed, and a child is in need without one.
        // A close before the referral came is bad data, and makes no open child look closed.
        func closed(_ referral: Recorded<Referral>) -> Day? {
            referral.closedOn.flatMap { $0 < referral.receivedOn ? nil : $0 }
        }
        let accepted = journey.referrals.filter { $0.isAccepted && isOrWas($0.receivedOn, closed($0)) }
        let plans = journey.inNeedPlans.filter { $0.startedOn <= on }
        func hangs(_ plan: Recorded<ChildInNeedPlan>, on referral: Recorded<Referral>) -> Bool {
            if let named = plan.referral { return named == referral.id }
            let isBefore = closed(referral).map { $0 < plan.startedOn } ?? false
            return referral.isAccepted && referral.receivedOn <= plan.startedOn && !isBefore
        }
        let referred = accepted.map { referral in
            row(referral, start: plans.first { hangs($0, on: referral) }?.startedOn, end: closed(referral))
        }
        // Of a source that tells plans and not the referral they hang on.
        let others = plans.filter { plan in
            isOrWas(plan.startedOn, plan.endedOn) && !journey.referrals.contains { hangs(plan, on: $0) }
        }
        return referred + others.map { row(nil, start: $0.startedOn, end: $0.endedOn) }
    }

    private var protectionPlans: [Row] {
        journey.protectionPlans.filter { isOrWas($0.startedOn, $0.endedOn) }.map { plan in
            let visit = journey.visits.last { $0.purpose == .childProtectionPlan && $0.on <= on && $0.seen == true }
            let review = journey.planReviews.last { one in
                one.body.plan == plan.id && (one.heldOn.map { $0 <= on } ?? false)
            }
            return Self.row([
                "Child Protection Plan Start Date": Self.text(plan.startedOn),
                "Initial Category of Abuse": plan.initialCategory, "Latest Category of Abuse": plan.latestCategory,
                "Date of the Last Statutory Visit": Self.text(visit?.on),
                "Was the Child Seen Alone?": Self.text(visit?.seenAlone),
                "Date of latest review conference": Self.text(review?.heldOn),
                "Child Protection Plan End Date": Self.text(plan.endedOn.flatMap { $0 <= on ? $0 : nil }),
                "Number of Previous Child Protection Plans": plan.previousPlans.map { String($0) },
            ])
        }
    }

    private var lookedAfter: [Row] {
        journey.careEpisodes.filter { isOrWas($0.beganOn, $0.ceasedOn) }.map { care in
            let legal = journey.legalStatuses.last { $0.from <= on && ($0.until.map { on <= $0 } ?? true) }
            let visit = journey.visits.last { $0.purpose == .care && $0.on <= on && $0.seen == true }
            let missing = journey.missingEpisodes.count { $0.body.kind == .missing && lastYear($0.body.from) }
            let again = journey.careEpisodes.contains { other in
                other.id != care.id && other.beganOn < care.beganOn && lastYear(other.ceasedOn)
            }
            return Self.row([
                "Date Started to be Looked After": Self.text(care.beganOn),
                "Child's Category of Need": care.primaryNeed,
                "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)":
                    Self.text(again), "Start date of current legal status": Self.text(legal?.from),
                "Child's Legal Status": legal?.code, "Date of Last Social Work Visit": Self.text(visit?.on),
                "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months":
                    String(missing),
                "Date Ceased to be Looked After": Self.text(care.ceasedOn.flatMap { $0 <= on ? $0 : nil }),
                "Reason Ceased to be Looked After": care.ceasedReason,
            ])
        }
    }

    // MARK: How values are written

    private static func row(_ cells: [String: String?]) -> Row { cells.compactMapValues { $0 } }

    private static func text(_ isSo: Bool?) -> String? { isSo.map { $0 ? "Yes" : "No" } }

    private static func text(_ day: Day?) -> String? {
        guard let parts = day?.description.split(separator: "-"), parts.count == 3 else { return nil }
        return "\(parts[2])/\(parts[1])/\(parts[0])"
    }
}
