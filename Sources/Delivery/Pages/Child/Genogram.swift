/// The people around a child as a family tree: who they are, how they belong together, and nothing of where they live.
package struct Genogram: Sendable {
    /// The signs genograms are drawn with: a square is male, a circle female, a diamond not known, a triangle unborn.
    package enum Sign: Sendable { case square, circle, diamond, triangle, hidden }

    package struct Somebody: Sendable {
        package var name: String
        /// "Mother", "Brother or sister".
        package var role: String
        /// "born 1990", "due Tue 2 Feb 2027"; empty where nobody knows.
        package var born: String
        package var sign: Sign
        /// 0 grandparents, 1 parents and those of their age, 2 children, 3 the child's own.
        package var generation: Int
        /// Whom the drawing is about.
        package var isChild: Bool
        package var isDead: Bool
        package var livesWith: Bool
        package var poses: String?
        package var facts: [String]
        package var href: String?

        package init(
            name: String, role: String, born: String = "", sign: Sign, generation: Int, isChild: Bool = false,
            isDead: Bool = false, livesWith: Bool = false, poses: String? = nil, facts: [String] = [],
            href: String? = nil
        ) {
            self.name = name
            self.role = role
            self.born = born
            self.sign = sign
            self.generation = generation
            self.isChild = isChild
            self.isDead = isDead
            self.livesWith = livesWith
            self.poses = poses
            self.facts = facts
            self.href = href
        }
    }

    /// Parents, one or two, and the children they have; none where they are only partners. By place in `people`.
    package struct Union: Sendable, Hashable {
        /// Partners whose partnership stands or is over, or brothers and sisters whose parents are not drawn.
        package enum Kind: Sendable { case standing, over, siblings }

        package var parents: [Int]
        package var children: [Int]
        package var kind: Kind

        package init(parents: [Int], children: [Int], kind: Kind = .standing) {
            self.parents = parents
            self.children = children
            self.kind = kind
        }
    }

    package var childName: String
    package var people: [Somebody]
    package var unions: [Union]

    package init(childName: String, people: [Somebody], unions: [Union]) {
        self.childName = childName
        self.people = people
        self.unions = unions
    }

    /// What the drawing shows, read aloud.
    package var words: String {
        people.filter { !$0.isChild }.map { person in
            ([person.role, person.name, person.born] + person.facts).filter { !$0.isEmpty }.joined(separator: ", ")
        }.joined(separator: ". ")
    }
}
