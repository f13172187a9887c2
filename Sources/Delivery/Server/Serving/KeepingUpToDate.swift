import Casework
import Logging
import ServiceLifecycle

/// Beside the pages: whoever is to be worked out again is, until the server stops.
package struct KeepingUpToDate: Service {
    private let bringUpToDate: BringUpToDate
    private let pause: Duration
    private let logger: Logger

    /// `pause` is how long to wait before looking again.
    package init(_ bringUpToDate: BringUpToDate, every pause: Duration = .seconds(5), logger: Logger) {
        self.bringUpToDate = bringUpToDate
        self.pause = pause
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await bringUpToDate() { logger.info("children were worked out again") }
                } catch {
                    // A busy or full store may be better in a moment; pages go on saying what is waiting.
                    logger.error("working out again failed", metadata: ["reason": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}
