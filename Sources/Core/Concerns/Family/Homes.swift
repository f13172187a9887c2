import ChildJourney
import WorkingDays

/// An adult who lives, or lived, where the child does.
package struct HomeStay {
    package let adult: Family.Member
    /// The record that says so: the child's own, or that of another child of the same home.
    package let told: Recorded<Relationship>
    /// The child's own tie through which it is known.
    let own: Recorded<Relationship>
    let from: Day
    /// The first day they no longer live there.
    let until: Day?
}

/// Another child of the family, and the child's own tie through which they are known.
struct FamilyChild {
    let child: Family.Member
    let own: Recorded<Relationship>
}

extension Recorded where Body == Relationship {
    /// The day it began; the day it was written down, where no day is told.
    var began: Day? { body.from ?? recordedAt?.londonDay }
    var isWithAdult: Bool { body.isAdult == true }
    var isInHome: Bool { isWithAdult && body.livesWith == true }
    var isParent: Bool {
        isWithAdult && [RelationshipKind.mother.rawValue, RelationshipKind.father.rawValue].contains(body.kind)
    }
}

extension Journey {
    /// Adults of the child's home: those recorded as living with the child; and those recorded as living with a child who
    /// shares the home, unless this child's own record says that they live elsewhere. One step, and no further. An old tie,
    /// or one that says nothing of where they live, says nothing of now.
    package var homeStays: [HomeStay] {
        guard !relationships.isEmpty else { return [] }
        let family = family
        var stays: [HomeStay] = []
        func add(_ told: Recorded<Relationship>, through own: Recorded<Relationship>, from: Day?, until: Day?) {
            guard let adult = family.adults.first(where: { $0.id == told.other }), let from else { return }
            if let until, until <= from { return }
            stays.append(HomeStay(adult: adult, told: told, own: own, from: from, until: until))
        }
        let homes = homeTies
        for home in homes { add(home.tie, through: home.tie, from: home.from, until: home.until) }
        for shared in sharedHomes(homes, family) {
            for told in shared.child.journey.relationships where told.isInHome {
                guard let began = told.began, let own = ownWord(on: told.other, homes) else { continue }
                add(
                    told, through: shared.own, from: [began, shared.from, own.from].compactMap { $0 }.max(),
                    until: [told.body.until, shared.until, own.until].compactMap { $0 }.min())
            }
        }
        return stays
    }

    private typealias HomeTie = (tie: Recorded<Relationship>, from: Day?, until: Day?)

    /// The child's ties to adults of the home; an unborn child is where the mother is.
    private var homeTies: [HomeTie] {
        relationships.compactMap { tie in
            if tie.isInHome { return (tie, tie.began, tie.body.until) }
            guard tie.isWithAdult, tie.body.kind == RelationshipKind.mother.rawValue, let person,
                person.expectedOn != nil
            else { return nil }
            return (tie, tie.began, [tie.body.until, person.bornOn].compactMap { $0 }.min())
        }
    }

    /// The days on which another child's record may tell of an adult of this home; nil: on none. This child's own record
    /// is believed that somebody lives here, or lives elsewhere, while it runs.
    private func ownWord(on adult: String, _ homes: [HomeTie]) -> (from: Day?, until: Day?)? {
        let mine = homes.filter { $0.tie.other == adult }
        if mine.contains(where: { $0.until == nil }) { return nil }
        let elsewhere = relationships.filter {
            $0.isWithAdult && $0.other == adult && $0.body.livesWith == false && $0.body.until == nil
        }
        if elsewhere.contains(where: { $0.body.from == nil }) { return nil }
        return (mine.compactMap(\.until).max(), elsewhere.compactMap(\.body.from).min())
    }

    private typealias SharedHome = (child: Family.Member, own: Recorded<Relationship>, from: Day?, until: Day?)

    /// Children who live where the child does, for as long as they do: recorded as of the same home, or living with the same
    /// adult, one after another or at once.
    private func sharedHomes(_ homes: [HomeTie], _ family: Family) -> [SharedHome] {
        var shared: [SharedHome] = []
        for child in family.children {
            var stretches: [SharedHome] = []
            for own in relationships where own.other == child.id && own.kind == "same-home" {
                stretches.append((child, own, own.body.from, own.body.until))
            }
            for home in homes {
                for theirs in child.journey.relationships where theirs.isInHome && theirs.other == home.tie.other {
                    let from = [home.from, theirs.began].compactMap { $0 }.max()
                    let until = [home.until, theirs.body.until].compactMap { $0 }.min()
                    if let from, let until, until <= from { continue }
                    stretches.append((child, home.tie, from, until))
                }
            }
            shared += joined(stretches)
        }
        return shared
    }

    /// Stretches that touch are one.
    private func joined(_ stretches: [SharedHome]) -> [SharedHome] {
        var joined: [SharedHome] = []
        for next in stretches.sorted(by: { ($0.from ?? Day(number: .min)) < ($1.from ?? Day(number: .min)) }) {
            guard let last = joined.last, last.until.map({ end in next.from.map { $0 <= end } ?? true }) ?? true else {
                joined.append(next)
                continue
            }
            if let end = last.until {
                joined[joined.count - 1].until = next.until.map { max($0, end) }
            }
        }
        return joined
    }

    /// Children recorded as belonging with this one, or who have a parent or a home in common with this one.
    var familyChildren: [FamilyChild] {
        guard !relationships.isEmpty else { return [] }
        return family.children.compactMap { child in
            let tie = relationships.first { !$0.isWithAdult && $0.other == child.id }
            let shared = relationships.first { own in
                (own.isParent || own.isInHome)
                    && child.journey.relationships.contains { $0.other == own.other && ($0.isParent || $0.isInHome) }
            }
            return (tie ?? shared).map { FamilyChild(child: child, own: $0) }
        }
    }
}
