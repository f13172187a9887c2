import ChildJourney
import WorkingDays

/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func maybe<Value>(_ percent: Int, _ value: (inout Dice) -> Value) -> Value? {
        chance(percent) ? value(&self) : nil
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }
}

/// Children at random: any record, in any number, on any day of a few years.
struct AnyChild {
    var dice: Dice
    let first: Day
    let last: Day
    /// One day in so many is nowhere near the others.
    let wildEvery: Int

    init(seed: UInt64, from first: Day = "2023-01-01", to last: Day = "2027-06-30", wildEvery: Int = .max) {
        dice = Dice(seed: seed)
        self.first = first
        self.last = last
        self.wildEvery = wildEvery
    }

    static let wild: [Day] = [
        "0001-01-01", "1066-10-14", "1900-02-28", "2004-12-31", "2005-01-01", "2008-02-29", "2028-12-31", "2029-01-01",
        "2100-12-31", "9999-12-31",
    ]

    mutating func day() -> Day {
        if wildEvery < .max, Int.random(in: 0..<wildEvery, using: &dice) == 0 { return dice.pick(Self.wild) }
        return Day(number: Int32.random(in: first.number...last.number, using: &dice))
    }

    mutating func day(_ percent: Int) -> Day? { dice.chance(percent) ? day() : nil }

    mutating func flag() -> Bool? { dice.pick([true, false, nil]) }

    mutating func make() -> Child {
        var child = Child(
            "Anybody", born: dice.maybe(85) { dice in Day(number: Int32.random(in: 13_000...20_000, using: &dice)) },
            expected: day(20), died: day(4))
        let referrals = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
            child.referred(
                day(), need: dice.pick(["N1", "N2", nil]), nfa: dice.chance(20), harm: flag(), closed: day(50),
                dice.pick(["RC1", "RC2", "RC5", "RC8", "RC9"]), team: "T1")
        }
        func referral(_ dice: inout Dice) -> RecordID? {
            referrals.isEmpty || dice.chance(30) ? nil : dice.pick(referrals)
        }
        for _ in 0..<Int.random(in: 0...14, using: &dice) {
            switch Int.random(in: 0..<14, using: &dice) {
            case 0: child.contacted(day(), dice.pick(ContactOutcome.allCases + [nil]))
            case 1: child.led(by: dice.pick(["A", "B", "C", "D", nil]), day(), until: day(60))
            case 2, 3:
                child.assessed(
                    day(), authorised: day(70), kind: dice.pick(AssessmentKind.allCases), seen: flag(),
                    dice.pick(AssessmentOutcome.allCases + [nil]), nfa: flag(), referral: referral(&dice))
            case 4:
                child.enquired(
                    day(), ended: day(60), dice.pick(EnquiryOutcome.allCases + [nil]), conference: flag(),
                    referral: referral(&dice))
            case 5: child.conferred(day(70), planned: day(50), referral: referral(&dice))
            case 6, 7: child.planned(day(), until: day(50), referral: referral(&dice), earlier: dice.pick([0, 1, nil]))
            case 8: child.reviewed(day(80), due: day(50), quorate: flag())
            case 9, 10: child.visited(day(), dice.pick(VisitPurpose.allCases), seen: flag(), alone: flag())
            case 11: child.helped(day(), until: day(50))
            case 12: child.missed(day(), until: day(60), kind: dice.pick(MissingKind.allCases))
            default: dice.chance(50) ? child.cared(day(), until: day(60)) : child.earlyHelped(day(), until: day(50))
            }
        }
        return child
    }
}
