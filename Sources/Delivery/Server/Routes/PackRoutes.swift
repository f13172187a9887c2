import AccessRules
import Casework
import ChildJourney
import Concerns
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Publishing
import RecordKeeping
import WorkingDays

/// Papers for committee: made, released by a second person, and read.
struct PackRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/packs") { _, context in try await list(context, FormReader(context.form)) }
        router.post("/packs") { _, context in try await make(context) }
        router.get("/packs/{pack}") { _, context in try await show(context) }
        router.post("/packs/{pack}/release") { _, context in try await release(context) }
        router.get("/packs/{pack}/pack.html") { _, context in
            file(PrintReadyPage(try await showing(context).document).render(), "text/html; charset=utf-8", "pack.html")
        }
        router.get("/packs/{pack}/pack.docx") { _, context in
            file(
                try WordDocument.bytes(try await showing(context).document),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pack.docx")
        }
        router.get("/packs/{pack}/pack.pdf") { _, context in try await pdf(context) }
        router.get("/packs/{pack}/charts/{chart}") { _, context in try await chart(context) }
    }

    private func list(_ context: RequestDetails, _ typed: FormReader) async throws -> Response {
        let access = try context.leave(to: .seeNumbers, in: live)
        let packs = try await live.store.packs(access: access)
        let names = try await names()
        let table = InspectionPartPage.Table(
            caption: "Packs, the latest first", columns: ["Pack", "Made", "Released"],
            rows: packs.map { kept in
                [
                    .init(kept.pack.title, href: "/packs/\(kept.number)"),
                    .init("\(kept.madeAt.words), \(names.name(kept.madeBy))"),
                    .init(kept.release.map { names.name($0.by) } ?? "no"),
                ]
            }, nothing: "No pack is here yet.")
        let mayMake = access.who.mayDo.contains(.makePack)
        var page = InspectionPartPage(
            name: "Packs",
            lede: "Papers for those who oversee the council. Each is made once and stays as it was.",
            trail: [Link(words: "Numbers", href: MainSection.numbers.path)],
            parts: [.init(table: table, forms: mayMake ? [try await form(typed)] : [])],
            csrfToken: try context.signedIn().formToken.masked(), errors: typed.problems)
        page.section = .numbers
        return .page(
            page, in: try await live.frame(for: context),
            status: typed.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func form(_ typed: FormReader) async throws -> InspectionPartPage.Form {
        let teams = try await live.store.setting(of: live.council)?.setting.workforce.teams ?? [:]
        let options = teams.map {
            FilterOption(value: $0.key, words: $0.value.name ?? $0.key, isChosen: typed.given("team") == $0.key)
        }
        return .init(
            summary: "Make a pack", action: "/packs",
            hidden: [("form", typed.given("form") ?? "pack-\(SecretToken().text.prefix(20))")],
            fields: [
                .init(
                    "kind", "Which pack?",
                    .choice(
                        Pack.Kind.allCases.map {
                            FilterOption(
                                value: $0.rawValue, words: $0.words, isChosen: typed.given("kind") == $0.rawValue)
                        })),
                .init(
                    "team", "Team or branch, for a pack of one",
                    .select(none: "The whole council", options.sorted { $0.words < $1.words })),
                .init(
                    "on", "To which day?", hint: "Measures go to the last month that is over by then. Today if empty.",
                    value: typed.given("on") ?? ""),
                .init(
                    "covering", "A covering note (optional)", hint: "It stands first. No name of a child",
                    value: typed.given("covering") ?? "", .long),
                .init(
                    "purpose", "The purpose, in words of your own (optional)", hint: "No name of a child",
                    value: typed.given("purpose") ?? "", .long),
                .init(
                    "background", "The background, in words of your own (optional)", hint: "No name of a child",
                    value: typed.given("background") ?? "", .long),
            ], button: "Make it")
    }

    private func make(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .makePack, in: live)
        var form = FormReader(context.form)
        let kind: Pack.Kind? = form.choice("kind", called: "which pack")
        let asked = DayAsked(&form, today: live.today)
        let words = PackWords(
            covering: form.text("covering", called: "the covering note", atMost: 2000, required: false),
            purpose: form.text("purpose", called: "the purpose", atMost: 2000, required: false),
            background: form.text("background", called: "the background", atMost: 5000, required: false))
        if let error = asked.error, form.problems.isEmpty { form.note("on", error) }
        guard let id = form.given("form"), id.hasPrefix("pack-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        guard let kind, form.problems.isEmpty else { return try await list(context, form) }
        let making = MakePack(
            live.store, who: try context.signedIn().person, standards: live.standards,
            today: live.today)
        do {
            let pack = try await making.make(
                kind, team: form.given("team"), asOf: asked.day ?? live.today, saying: words, at: live.now())
            return .seeOther("/packs/\(try await making.keep(pack, form: id, at: live.now()))")
        } catch MakePack.Refusal.access(let refusal) {
            throw Refused.notAllowed(refusal)
        } catch MakePack.Refusal.store(let failure) {
            throw failure
        } catch MakePack.Refusal.tells(let field, let name, let told) {
            form.note(field, MakePack.Refusal.tells(field: field, name: name, told).words)
            return try await list(context, form)
        } catch {
            form.note(error == .noSuchTeam ? "team" : "on", error.words)
            return try await list(context, form)
        }
    }

    private func show(_ context: RequestDetails) async throws -> Response {
        let showing = try await showing(context)
        let person = try context.signedIn().person
        let mayRelease =
            showing.kept.release == nil && showing.kept.pack.kind.isForMembers
            && person.role.mayDo.contains(.releasePack) && showing.kept.madeBy != person.user.text
        let form = InspectionPartPage.Form(
            summary: "Release it to members", action: "/packs/\(showing.kept.number)/release", fields: [],
            button: "I have read it; members and partners may")
        let page = showing.page(
            form: mayRelease ? form : nil, csrfToken: try context.signedIn().formToken.masked())
        return .page(page, in: try await live.frame(for: context))
    }

    private func release(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .releasePack, in: live)
        let kept = try await kept(context)
        let making = MakePack(
            live.store, who: try context.signedIn().person, standards: live.standards, today: live.today)
        do throws(MakePack.ReleaseRefusal) {
            try await making.release(kept, at: live.now())
        } catch {
            switch error {
            case .access, .notReleasable: throw Refused.changedSince
            case .ownPack: throw Refused.notYoursToConfirm
            case .store(let failure): throw failure
            case .tells:
                return try await say(
                    "It cannot be released",
                    "Something in it names a child, or tells what has been withheld of one since it was made. Make another pack; this one stays as it is and no member sees it.",
                    kept, context, status: .unprocessableContent)
            }
        }
        return .seeOther("/packs/\(kept.number)")
    }

    private func say(
        _ name: String, _ lede: String, _ kept: KeptPack, _ context: RequestDetails, links: [Link] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var page = InspectionPartPage(
            name: name, lede: lede,
            trail: [Link(words: "Packs", href: "/packs"), Link(words: kept.pack.title, href: "/packs/\(kept.number)")],
            parts: links.isEmpty ? [] : [.init(links: links)], csrfToken: try context.signedIn().formToken.masked())
        page.section = .numbers
        return .page(page, in: try await live.frame(for: context), status: status)
    }

    private func chart(_ context: RequestDetails) async throws -> Response {
        // First whether the pack may be seen: whoever may not is refused, whatever they ask for of it.
        let charts = try await showing(context).charts
        let name = try context.pathPart("chart")
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let chart = charts.first(where: { $0.id == parts[0] }) else { throw Refused.notFound }
        switch parts[1] {
        case "svg": return file(chart.svg, "image/svg+xml; charset=utf-8", "\(chart.id).svg")
        case "csv": return .table(chart.csv, named: "\(chart.id).csv")
        default: throw Refused.notFound
        }
    }

    private func pdf(_ context: RequestDetails) async throws -> Response {
        let showing = try await showing(context)
        if let made = await live.pdf?(PrintReadyPage(showing.document).render(), in: live.uploads) {
            return file(made, "application/pdf", "pack.pdf")
        }
        let why = live.pdf == nil ? "No program for it is installed." : "It could not be made just now."
        let address = "/packs/\(showing.kept.number)"
        return try await say(
            "PDF is not available here", "\(why) Print the pack from your browser instead, or take it for Word.",
            showing.kept, context,
            links: [
                Link(words: "The pack, to print", href: "\(address)/pack.html"),
                Link(words: "The pack for Word", href: "\(address)/pack.docx"),
            ])
    }

    private func showing(_ context: RequestDetails) async throws -> PackShowing {
        let kept = try await kept(context)
        let names = try await names()
        return PackShowing(
            kept: kept, madeBy: names.name(kept.madeBy), releasedBy: kept.release.map { names.name($0.by) })
    }

    private func kept(_ context: RequestDetails) async throws -> KeptPack {
        let access = try context.leave(to: .seeNumbers, in: live)
        guard let number = Int64(try context.pathPart("pack")),
            let kept = try await live.store.pack(number, access: access),
            kept.pack.kind != .director || access.who.mayDo.contains(.makePack)
        else { throw Refused.notFound }
        return kept
    }

    private func names() async throws -> PeopleNames {
        PeopleNames(users: try await live.store.users(in: live.council), workforce: nil)
    }

    private func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
