import AccessRules
import Pages

/// What stands around pages that say nothing of the record: sign-in and refusals.
package struct Surroundings: Sendable {
    package let council: String
    package let isDemo: Bool
    package let assets: AssetAddresses

    package init(council: String, isDemo: Bool, assets: AssetAddresses) {
        self.council = council
        self.isDemo = isDemo
        self.assets = assets
    }

    package func frame(for session: FoundSession?) -> Frame {
        // NB: `recordedHere` says nothing about how old the record is, which these pages do not know.
        Frame(
            council: council, asAt: nil, freshness: .recordedHere,
            signedIn: session.map { Surroundings.words(for: $0) },
            isDemo: isDemo, assets: assets)
    }

    /// Who is reading, for the top of a page, with the form's token under a pad of its own.
    package static func words(for session: FoundSession) -> Pages.SignedIn {
        let mayDo = session.person.mayDo
        let sections = MainSection.allCases.filter { section in
            switch section {
            case .today: mayDo.contains(.seeToday)
            case .work: !mayDo.isDisjoint(with: [.recordNote, .decide])
            case .nights: mayDo.contains(.seeNights)
            case .team: mayDo.contains(.allocate)
            case .search: mayDo.contains(.search)
            case .numbers: mayDo.contains(.seeNumbers)
            case .audit: mayDo.contains(.seeAssurance)
            case .improvement: mayDo.contains(.seePlan)
            case .imports: mayDo.contains(.seeImports)
            case .retention: mayDo.contains(.seeRetention)
            case .accessLog: mayDo.contains(.seeAccessLog)
            case .people: mayDo.contains(.administer)
            }
        }
        return Pages.SignedIn(
            name: session.name, role: session.person.role.words, csrfToken: session.formToken.masked(),
            sections: sections)
    }
}
