import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    /// Reviewed openings shown, besides all that wait.
    private static let reviewedShown = 50

    package func restriction(
        of child: SubjectID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Restriction? {
        try readHere { db in
            guard try ChildRows.evaluatedUnder(child, in: council, db) != nil else { return nil }
            return try RestrictionRows.restriction(of: child, in: council, at: moment, db)
        }
    }

    package func restrict(
        _ child: SubjectID, to users: Set<UserID>?, why: String, seen: Int64, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        try require(access, [.restrictChild], child: child)
        let (council, user) = (access.council, access.who.user)
        let isDone = try await recording(council, on: moment.londonDay) { recording in
            let db = recording.db
            let records = try [child] + MergedRows.joined(to: child, in: council, db)
            let last = try records.map { try GlassRows.last(of: $0, in: council, db) }
            // NB: told of all of them once, so the page has seen either number.
            guard last.contains(seen), seen >= last[0] else { return false }
            // On every record that is one with it: else the stricter would go on standing unseen.
            for record in records {
                try RestrictionRows.set(users, on: record, by: user, at: moment, in: council, db)
                try GlassRows.insert(
                    NeedToKnowChange(
                        at: moment, by: user, child: record, what: users == nil ? .lifted : .restricted,
                        named: (users ?? []).sorted(), why: why), council, db)
            }
            // An unborn child is not called after a mother who must not be named.
            if try !SamePersonRows.adults(naming: child, in: council, db).isEmpty {
                try recording.derive(recording.readersToDerive(of: .child(child)).map { ToDerive($0) })
            }
            return true
        }
        if isDone { try await log(Look(access, at: moment, query: users == nil ? "lifted" : "restricted")) }
        return isDone
    }

    package func needToKnowChanges(
        of child: SubjectID, access: Access
    ) async throws(StoreFailure) -> [NeedToKnowChange] {
        try require(access, [.restrictChild], child: child)
        let council = access.council
        return try await read { db in
            let hiding = try WithholdingRows.withholding(of: child, in: council, db)
            let own = try GlassRows.changes(of: child, in: council, db)
            // What was said of them all at once is told once.
            let others = try MergedRows.joined(to: child, in: council, db)
                .flatMap { try GlassRows.changes(of: $0, in: council, db) }
                .filter { other in !own.contains { $0.at == other.at && $0.what == other.what } }
            return (own + others).sorted { $0.number > $1.number }.map { $0.masked(by: hiding) }
        }
    }

    package func breakGlass(
        of child: SubjectID, why: String, until end: Moment, access: Access, at moment: Moment
    ) async throws(StoreFailure) {
        try require(access, [.breakGlass], child: child)
        let council = access.council
        try await write { db in
            try GlassRows.insert(
                NeedToKnowChange(
                    at: moment, by: access.who.user, child: child, what: .glassBroken, until: end, why: why), council,
                db)
        }
        try await log(Look(access, at: moment))
    }

    package func glassEnds(
        of child: SubjectID, for user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Moment? {
        try readHere { db in
            guard try RestrictionRows.hides(child, from: user, in: council, db) else { return nil }
            return try GlassRows.open(of: child, in: council, at: moment, db).first { $0.by == user }?.until
        }
    }

    package func brokenGlass(access: Access, at moment: Moment?) async throws(StoreFailure) -> [BrokenGlass] {
        try require(access, [.reviewBreakGlass])
        let (council, reader) = (access.council, access.who.user)
        let found = try await read { db in
            try GlassRows.broken(reviewed: Self.reviewedShown, in: council, db).map { opening in
                let isHidden = try RestrictionRows.hides(opening.child, from: reader, in: council, db)
                let hiding =
                    moment == nil ? Withholding() : try WithholdingRows.withholding(of: opening.child, in: council, db)
                return BrokenGlass(
                    opening: opening.masked(by: hiding),
                    review: try GlassRows.review(of: opening.number, in: council, db)?.masked(by: hiding),
                    summary: moment == nil || isHidden
                        ? nil : try ChildRows.summary(opening.child, in: council, db),
                    isReadersToReview: try Self.outcome(of: opening, by: reader, in: council, db) == .done)
            }
        }
        if let moment {
            let shown = found.filter { $0.summary != nil }.map(\.opening.child)
            try await log(Look(access, at: moment, query: "opened in an emergency", shown: shown))
        }
        return found
    }

    package func review(
        _ number: Int64, wasRight: Bool, because words: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> BrokenGlass.ReviewOutcome {
        try require(access, [.reviewBreakGlass])
        let (council, reader) = (access.council, access.who.user)
        let (outcome, child) = try await write { db -> (BrokenGlass.ReviewOutcome, SubjectID?) in
            guard let opening = try GlassRows.line(number, in: council, db), opening.what == .glassBroken else {
                return (.notFound, nil)
            }
            let outcome = try Self.outcome(of: opening, by: reader, in: council, db)
            guard outcome == .done else { return (outcome, nil) }
            try GlassRows.insert(
                NeedToKnowChange(
                    at: moment, by: reader, child: opening.child, what: wasRight ? .glassWasRight : .glassWasWrong,
                    reviewOf: number, why: words), council, db)
            return (.done, opening.child)
        }
        if let child {
            try await log(
                Look(access, at: moment, query: wasRight ? "was right" : "was not right", shown: [child]))
        }
        return outcome
    }

    /// What a review of it by somebody would come to. Somebody named reviews it; where nobody who could is named, anybody
    /// else whose part it is.
    private static func outcome(
        of opening: NeedToKnowChange, by reader: UserID, in council: CouncilCode, _ db: Database
    ) throws -> BrokenGlass.ReviewOutcome {
        guard opening.by != reader else { return .own }
        guard try GlassRows.review(of: opening.number, in: council, db) == nil else { return .reviewedAlready }
        guard try RestrictionRows.hides(opening.child, from: reader, in: council, db) else { return .done }
        let reviewers = Role.allCases.filter { $0.mayDo.contains(.reviewBreakGlass) }
        let isNamed = try RestrictionRows.hasNamed(
            reviewers, on: opening.child, in: council, besides: opening.by, db)
        return isNamed ? .forThoseNamed : .done
    }

    package func firstBrokenNeedToKnowChange(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        try await read { try GlassRows.firstBroken(in: council, $0) }
    }
}

extension NeedToKnowChange {
    fileprivate func masked(by hiding: Withholding) -> NeedToKnowChange {
        NeedToKnowChange(
            number: number, at: at, by: by, child: child, what: what, named: named, until: until, reviewOf: reviewOf,
            why: hiding.masked(why))
    }
}
