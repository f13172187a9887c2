import ChildJourney
import WorkingDays

/// An adult who lives, or lived, where the child does.
struct HomeStay {
    let adult: Family.Member
    /// The record that says so: the child's own, or that of another child of the same home.
    let told: Recorded<Relationship>
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
    /// shares the home, unless this child's own record says that they live elsewhere. One step, and no further.
    var homeStays: [HomeStay] {
        guard !relationships.isEmpty else { return [] }
        let family = family
        var stays: [HomeStay] = []
        func add(_ told: Recorded<Relationship>, through own: Recorded<Relationship>, from: Day?, until: Day?) {
            guard let adult = family.adults.first(where: { $0.id == told.other }), let from else { return }
            if let until, until <= from { return }
            stays.append(HomeStay(adult: adult, told: told, own: own, from: from, until: until))
        }
        for own in relationships where own.isInHome { add(own, through: own, from: own.began, until: own.body.until) }
        let known = Set(relationships.filter(\.isWithAdult).map(\.other))
        for shared in sharedHomes(family) {
            for told in shared.child.journey.relationships where told.isInHome && !known.contains(told.other) {
                let from = told.began.map { began in shared.from.map { max($0, began) } ?? began }
                add(
                    told, through: shared.own, from: from,
                    until: [told.body.until, shared.until].compactMap { $0 }.min())
            }
        }
        return stays
    }

    private typealias SharedHome = (child: Family.Member, own: Recorded<Relationship>, from: Day?, until: Day?)

    /// Children who live where the child does: recorded as of the same home, or living with the same adult.
    private func sharedHomes(_ family: Family) -> [SharedHome] {
        var shared: [SharedHome] = []
        for child in family.children {
            if let own = relationships.first(where: { $0.other == child.id && $0.kind == "same-home" }) {
                shared.append((child, own, own.body.from, own.body.until))
                continue
            }
            for own in relationships where own.isInHome {
                guard let theirs = child.journey.relationships.first(where: { $0.isInHome && $0.other == own.other })
                else { continue }
                let from = [own.began, theirs.began].compactMap { $0 }.max()
                let until = [own.body.until, theirs.body.until].compactMap { $0 }.min()
                if let from, let until, until <= from { continue }
                shared.append((child, own, from, until))
                break
            }
        }
        return shared
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
