import Casework
import Logging
import ServiceLifecycle

/// Beside the pages: freezes the month of each improvement plan on the evening of its last working day.
package struct FreezingMonths: Service {
    private let freeze: FreezeSnapshots
    private let pause: Duration
    private let logger: Logger

    /// `pause` is how long to wait before looking again.
    package init(_ freeze: FreezeSnapshots, every pause: Duration = .seconds(300), logger: Logger) {
        self.freeze = freeze
        self.pause = pause
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(AssuranceRefusal) {
                    let frozen = try await freeze()
                    if frozen > 0 { logger.info("plans were frozen for the month", metadata: ["plans": "\(frozen)"]) }
                } catch {
                    // A busy or full store may be better in a moment. Until then the plan's page says that there is none.
                    logger.error("freezing the month failed", metadata: ["reason": "\(error.code)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}

extension AssuranceRefusal {
    /// Nothing about anybody: what a log may say.
    fileprivate var code: String {
        if case .store(let failure) = self { "\(failure)" } else { words }
    }
}
