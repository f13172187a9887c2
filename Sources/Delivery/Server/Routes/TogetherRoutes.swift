import AccessRules
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Several children's stories told together: each of them is opened, and logged, as by itself.
struct TogetherRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/together") { request, context in try await together(request, context) }
    }

    private func together(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        var form = FormReader(try FormFields(query: request.uri.query))
        let question = ChildQuestion(
            asItStood: DayAsked(&form, today: live.today), filter: StoryFilter(form),
            page: NumberedPage(form, size: TogetherShowing.eventsShown))
        let first = try await live.store.open(child, access: access, at: live.now())
        let relatives = try await Relatives(of: first, access: access, in: live)
        let chosen = Set(form.fields.all("child"))
        var opened = [first]
        var choices: [(child: String, name: String)] = []
        var hidden = relatives.hidden
        var known: Set<SubjectID> = [child]
        for (_, other, summary) in relatives.seen where known.insert(other).inserted {
            do {
                let leave = try await context.leave(to: .openChild, child: other, in: live)
                let listed = ListedChild(child: other, summary: summary, standing: nil, concerns: [])
                choices.append((other.local, listed.nameShown))
                if chosen.isEmpty || chosen.contains(other.local) {
                    opened.append(try await live.store.open(other, access: leave, at: live.now()))
                }
            } catch AccessRefusal.restricted {
                hidden += 1
            }
        }
        // Whoever is only offered has been shown by name.
        let offered = known.subtracting(opened.map(\.child))
        if !offered.isEmpty {
            try await live.store.log(Look(access, at: live.now(), query: "family", shown: Array(offered)))
        }
        let showing = TogetherShowing(
            opened: opened, choices: choices, chosen: chosen, hidden: hidden, question: question)
        return try await .page(showing.page, context, in: live)
    }
}
