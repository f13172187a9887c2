import HTTPTypes
import Hummingbird

/// What anybody may ask for: the style of the pages, and whether the server is well.
struct OpenRoutes {
    let doorway: Doorway

    func add(to router: Router<RequestDetails>) {
        router.get("/assets/{file}") { [assets = doorway.assets] request, context in
            try assets.answer(try context.pathPart("file"), to: request)
        }
        router.get("/health") { [doorway] _, _ -> Response in
            await doorway.isHealthy()
                ? .text("well\n") : .text("the records cannot be reached\n", status: .serviceUnavailable)
        }
    }
}
