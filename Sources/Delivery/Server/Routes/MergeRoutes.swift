import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// Two records of one child, in a council whose record is kept here.
struct MergeRoutes {
    private static let shown = 8
    private static let another = "another"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/merge") { request, context in
            try await page(
                try await open(context), FormReader(try FormFields(query: request.uri.query)), context)
        }
        router.post("/children/{child}/merge") { _, context in try await act(context) }
    }

    private func act(_ context: RequestDetails) async throws -> Response {
        let opened = try await open(context)
        var form = FormReader(context.form)
        let merging = MergeRecords(
            Recorder(store: live.store, person: try context.signedIn().person, now: live.now))
        let of = RecordID(form.given("of") ?? "")
        switch form.given("act") {
        case "confirm": try await merging.confirm(of, of: opened.child)
        case "refuse":
            guard let why = form.text("refused-why", called: "why they are not one child", atMost: 2000) else {
                break
            }
            try await merging.refuse(of, of: opened.child, because: why)
        case "undo":
            guard let why = form.text("undone-why", called: "what shows it", atMost: 2000) else { break }
            try await merging.undo(of, of: opened.child, because: why)
        default: return try await propose(merging, opened, form, context)
        }
        guard form.problems.isEmpty else { return try await page(opened, form, context) }
        return .seeOther("\(ListedChild.address(of: opened.child))/merge")
    }

    private func propose(
        _ merging: MergeRecords, _ opened: OpenedChild, _ asked: FormReader, _ context: RequestDetails
    ) async throws -> Response {
        var form = asked
        let record = form.given("record").flatMap { $0.hasPrefix("merge-") && $0.count <= 60 ? $0 : nil }
        let other = try await other(&form, of: opened.child, context)
        var isToBeJoinedThere: SubjectID?
        if let other, other == opened.child {
            form.note("number", "This is the record you are on")
        } else if let other, let record,
            !MergeRecords.merges(in: opened).contains(where: { $0.id == RecordID(record) })
        {
            switch try await merging.obstacle(toJoining: other, into: opened.child) {
            case .waits:
                form.note("other", "Something is proposed about one of the two already: that is answered first")
            case .othersAreOneWithIt:
                isToBeJoinedThere = other
                form.note("other", "Another record is one with that one already: join this one to it instead")
            case nil: break
            }
        }
        let why = form.text("why", called: "how you know it", atMost: 2000)
        form.askToLeaveOut(opened.withholding, in: ["why"])
        guard let other, let why, let record, form.problems.isEmpty else {
            return try await page(opened, form, context, joinTo: isToBeJoinedThere)
        }
        try await merging.propose(other, into: opened.child, because: why, id: RecordID(record))
        return .seeOther("\(ListedChild.address(of: opened.child))/merge")
    }

    /// Asked for as any child, so that nobody joins a record they may not open.
    private func other(
        _ form: inout FormReader, of here: SubjectID, _ context: RequestDetails
    ) async throws -> SubjectID? {
        var local = form.given("other")
        if local == nil || local == Self.another { local = form.given("number") }
        guard let local else {
            form.note("other", "Choose the other record, or enter its number")
            return nil
        }
        let child = SubjectID(source: SourceName.record.text, local: local)
        do {
            _ = try await context.leave(to: .decide, child: child, in: live)
        } catch Refused.notFound {
            form.note("number", "No child is known here by that number")
            return nil
        } catch Refused.isOne(_, let kept) {
            form.note("number", try await words(isOneWith: kept, here, context))
            return nil
        }
        return child
    }

    /// Which record that is, is told to those alone who may open it.
    private func words(
        isOneWith kept: SubjectID, _ here: SubjectID, _ context: RequestDetails
    ) async throws -> String {
        if kept == here { return "That record is one with this one already" }
        do {
            _ = try await context.leave(to: .decide, child: kept, in: live)
            return "That record is one with another already: enter that one's number, \(kept.local)"
        } catch is AccessRefusal {
            return "That record is one with another already, which you may not open. Somebody who may open both goes on"
        }
    }

    private func open(_ context: RequestDetails) async throws -> OpenedChild {
        try await context.openToDecide(in: live)
    }

    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        try await context.open(child, in: live)
    }

    private func page(
        _ opened: OpenedChild, _ form: FormReader, _ context: RequestDetails, joinTo: SubjectID? = nil
    ) async throws -> Response {
        let journey = opened.journey()
        var told: [MergePage.Told] = []
        for merge in journey.casework.merges.reversed() where merge.body.isKept {
            if let line = try await self.told(merge, of: opened, context) { told.append(line) }
        }
        let found = try await live.store.alike(
            ChildDescription(journey, opened.withholding), besides: opened.child, limit: Self.shown,
            access: context.leave(to: .search, in: live), at: live.now())
        let candidates = found.children.map { alike in
            FilterOption(
                value: alike.listed.child.local,
                words: "\(alike.listed.nameShown), born \(alike.listed.bornWords). \(alike.match.band.words). "
                    + "\(alike.match.words).",
                isChosen: form.given("other") == alike.listed.child.local)
        }
        var page = MergePage(
            childName: opened.nameShown, childHref: ListedChild.address(of: opened.child),
            csrfToken: try context.signedIn().formToken.masked(),
            record: form.given("record") ?? "merge-\(SecretToken().text.prefix(20))", told: told,
            candidates: candidates + [
                FilterOption(
                    value: Self.another, words: "Another record, by its number",
                    isChosen: form.given("other") == Self.another)
            ], number: form.given("number") ?? "", why: form.given("why") ?? "", errors: form.problems)
        page.instead = joinTo.map { kept in
            Link(
                words: "Join this record to record \(kept.local)",
                href: "\(ListedChild.address(of: kept))/merge?other=\(Self.another)&number="
                    + PercentText.encode(opened.child.local))
        }
        return .page(
            page, in: try await live.frame(for: context), status: form.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func told(
        _ merge: Recorded<RecordMerge>, of opened: OpenedChild, _ context: RequestDetails
    ) async throws -> MergePage.Told? {
        let (body, user) = (merge.body, try context.signedIn().person.user.text)
        let why = opened.withholding.masked(body.why)
        if body.isProposed {
            let other = SubjectID(source: SourceName.record.text, local: body.other)
            // NB: whoever may not open the other is not told who it is.
            let there: OpenedChild
            do {
                there = try await open(other, context)
            } catch is AccessRefusal {
                return MergePage.Told(
                    id: merge.id.text, state: .proposed,
                    words:
                        "Proposed \(body.on.words): a record you may not open is of the same child. Somebody who may open both goes on.",
                    isOwn: true)
            }
            return MergePage.Told(
                id: merge.id.text, state: .proposed,
                words: "Proposed \(body.on.words) by \(body.by ?? "somebody"): these are one child. \(why)",
                isOwn: body.by == user, sides: [side(opened), side(there)])
        }
        if body.stands {
            return MergePage.Told(
                id: merge.id.text, state: .stands,
                words: "One with record \(body.other) since \(body.confirmedAt?.words ?? ""). \(why)",
                isOwn: body.confirmedBy == user)
        }
        guard let undone = body.undoneAt else { return nil }
        return MergePage.Told(
            id: merge.id.text, state: .undone,
            words: "Undone \(undone.words). \(opened.withholding.masked(body.undoneWhy ?? ""))", isOwn: false,
            meanwhile: MergeRecords.recordedMeanwhile(body, in: opened.history).map {
                "\($0.what), recorded \($0.recordedAt.words)"
            })
    }

    private func side(_ opened: OpenedChild) -> MergePage.Side {
        let listed = ListedChild(child: opened.child, summary: opened.summary, standing: nil, concerns: [])
        let person = opened.history.journey().person
        let times = opened.history.entries.map(\.recordedAt)
        let span = [times.min(), times.max()].compactMap { $0?.londonDay.words }
        return MergePage.Side(
            name: opened.nameShown, number: opened.child.local, born: listed.bornWords,
            formerNames: (person?.formerNames ?? []) + [person?.body.knownAs].compactMap(\.self),
            standing: opened.standing(on: live.today),
            recorded:
                "\(times.count) entries, \(Set(span).count > 1 ? span.joined(separator: " to ") : span.first ?? "")")
    }
}
