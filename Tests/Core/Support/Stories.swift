import ChildJourney
import WorkingDays

/// Invented children whose stories between them show every concern there is a rule for.
enum Stories {
    static let workers = [
        "A": Worker(registration: "SW1"), "B": Worker(registration: "SW2"), "C": Worker(leftOn: "2026-05-29"),
        "D": Worker(),
    ]

    static let all: [Child] = [ada, ben, dot, eve, finn, gwen, hugo, ivy, jo, kit, jude, lena, mia, ida]

    /// Expected, and nobody has planned for the birth.
    static var jo: Child {
        var jo = Child("Jo", born: nil, expected: "2026-06-01")
        jo.referred("2026-01-05")
        return jo
    }

    /// A man who is said to be violent moved in, and an enquiry began on a brother.
    static var kit: Child {
        var brother = Child.ben
        brother.enquired("2026-03-03")
        var kit = Child("Kit")
        kit.tied(to: "ben")
        kit.lives(with: "rex", from: "2026-03-03")
        let risk = PersonPosingRisk(knownOn: "2026-01-05", basis: .conviction, what: "Assault", source: "court")
        kit.isAmong(adults: ["rex": Child.man(risk)], children: ["ben": brother])
        return kit
    }

    /// Everything was begun, and nothing written up or followed through.
    static var ivy: Child {
        var ivy = Child("Ivy")
        ivy.add(Contact(receivedOn: "2025-12-08"))
        ivy.add(Referral(receivedOn: "2026-01-05", harmAlleged: true))
        var discussion = StrategyDiscussion(heldOn: "2026-01-08")
        discussion.present = [.socialCare, .police]
        ivy.add(discussion)
        var assessment = Assessment(kind: .single, startedOn: "2026-01-09", authorisedOn: "2026-02-20")
        assessment.submittedOn = "2026-02-02"
        ivy.add(assessment)
        ivy.add(Conference(kind: .initial, plannedOn: "2026-02-10"))
        var plan = ChildInNeedPlan(startedOn: "2026-02-16")
        plan.actions = [PlanAction(aim: "Sleep", measure: "Bed by nine", owner: "Mother", by: "2026-03-02")]
        ivy.add(plan)
        return ivy
    }

    /// Hurt at home and elsewhere, moved here, and written about late.
    static var lena: Child {
        var lena = Child("Lena")
        var referral = Referral(receivedOn: "2026-01-05", noFurtherAction: false, harmAlleged: true)
        (referral.harmSigns, referral.decidedOn) = ([.adultAtHome], "2026-01-05")
        lena.add(referral)
        lena.add(EmergencyPower(.policeProtection, beganOn: "2026-01-06"))
        lena.add(TransferIn(toldOn: "2026-01-07", from: "Elsewhere"))
        lena.add(ProfessionalAllegation(on: "2026-01-08", about: "A coach", what: "He shouted"))
        lena.add(SeriousIncident(on: "2026-01-08", knownOn: "2026-01-08", harm: .seriouslyHarmed))
        lena.add(UnregisteredPlacement(.childrensHome, beganOn: "2026-01-08"))
        lena.add(
            CaseNote(on: "2026-01-09", text: "Rang", spokenTo: "mother"),
            writtenAt: Moment(londonDay: "2026-02-02", minute: 600))
        return lena
    }

    /// Missing, exploited, homeless, privately fostered and before the court, and nobody has met about any of it.
    static var mia: Child {
        var mia = Child("Mia", born: "2009-05-04")
        let referral = mia.referred("2026-01-05")
        mia.missed("2026-01-06", until: "2026-01-12")
        mia.add(RiskToChild(kind: .sexualExploitation, level: .high, since: "2026-01-06"))
        mia.add(PrivateFostering(notifiedOn: "2026-01-07", carer: "A neighbour"))
        mia.add(Homelessness(presentedOn: "2026-01-13"))
        mia.add(PreProceedings(referral: referral, letterSentOn: "2026-01-14"))
        return mia
    }

    /// Met late, asked about without a basis, and given nothing.
    static var jude: Child {
        var jude = Child("Jude")
        let received: Day = "2026-01-05"
        jude.add(Referral(receivedOn: received, noFurtherAction: false, harmAlleged: true, decidedOn: received))
        jude.add(StrategyDiscussion(heldOn: "2026-01-08"))
        jude.add(AgencyCheck(askedOn: "2026-01-08", agency: .police))
        jude.conferred("2026-01-20")
        jude.planned("2026-01-20")
        jude.add(Escalation(on: "2026-02-03", by: .chair, to: "ana", what: "Nobody has visited"))
        return jude
    }

    /// Referred and forgotten, then referred again.
    static var ada: Child {
        var ada = Child.ada
        for day: Day in ["2025-01-06", "2025-02-03", "2025-03-03"] { ada.contacted(day) }
        ada.referred("2025-06-02", need: "N1", closed: "2025-09-01", "RC9")
        ada.referred("2025-10-06", harm: true)
        return ada
    }

    /// Assessed late and unseen, and found in need with nothing to follow.
    static var ben: Child {
        var ben = Child.ben
        ben.referred("2025-03-03")
        ben.assessed("2025-03-04", authorised: "2025-07-01", seen: false, .other)
        ben.visited("2025-08-01", .childInNeed, seen: false)
        return ben
    }

    /// An enquiry nobody ended, and one whose conference was never called.
    static var dot: Child {
        var dot = Child("Dot")
        dot.referred("2026-01-05")
        dot.enquired("2026-01-05")
        dot.enquired("2026-02-02", ended: "2026-02-20", .conference)
        return dot
    }

    /// A conference put off and held late.
    static var eve: Child {
        var eve = Child("Eve")
        eve.referred("2026-01-05")
        let enquiry = eve.enquired("2026-01-05", conference: true)
        eve.conferred(
            "2026-03-20", planned: "2026-01-26", of: enquiry,
            postponed: [Postponement(decidedOn: "2026-01-23", from: "2026-01-26", to: nil, reason: .professionalsAway)])
        return eve
    }

    /// Years on a second plan, not seen, with four leads.
    static var finn: Child {
        var finn = Child("Finn")
        finn.referred("2024-01-08")
        let plan = finn.planned("2024-01-29", earlier: 1)
        finn.reviewed("2024-04-20", of: plan, quorate: false)
        for (worker, from, until) in [
            ("A", "2024-01-08", "2024-03-01"), ("B", "2024-03-02", "2024-05-01"), ("D", "2024-05-02", "2024-07-01"),
            ("C", "2024-08-01", nil),
        ] as [(String, Day, Day?)] { finn.led(by: worker, from, until: until) }
        finn.visited("2024-02-05", alone: false)
        return finn
    }

    /// Missing from care.
    static var gwen: Child {
        var gwen = Child("Gwen", born: "2011-09-01")
        gwen.referred("2025-01-06")
        gwen.cared("2025-02-03")
        gwen.led(by: "D", "2025-01-06", until: "2026-01-30")
        gwen.missed("2026-04-06")
        return gwen
    }

    /// Flagged as unsafe, and a reader cannot tell either.
    static var ida: Child {
        var ida = Child("Ida")
        ida.referred("2026-01-05")
        for (cannotTell, minute) in [(false, 600), (true, 601)] {
            ida.add(
                UnsafeFlag(
                    at: Moment(londonDay: "2026-02-02", minute: minute), by: "aud", why: "Nobody knows where she is",
                    isCannotTell: cannotTell))
        }
        return ida
    }

    /// Closed while an enquiry had no outcome.
    static var hugo: Child {
        var hugo = Child("Hugo")
        hugo.referred("2026-01-05", need: "N2", closed: "2026-03-02")
        hugo.enquired("2026-01-05")
        hugo.visited("2026-02-27", .other)
        return hugo
    }
}
