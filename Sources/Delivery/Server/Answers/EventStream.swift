import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// News of something under way, sent as it happens (server-sent events). Pages need none of it: they also refresh.
package enum EventStream {
    /// One piece of news.
    package struct Event: Sendable, Equatable {
        package let name: String
        /// JSON, on one line.
        package let data: [UInt8]
        /// Nothing will come after it.
        package let isLast: Bool

        package init(name: String, data: [UInt8], isLast: Bool = false) {
            self.name = name
            self.data = data
            self.isLast = isLast
        }
    }

    /// Asks how things stand at every turn, and sends what has changed. Ends with the last event, when the program is told
    /// to stop, or after so many turns: browsers then ask again by themselves.
    package static func response(
        every pause: Duration = .seconds(1), turns: Int = 600, _ standing: @escaping @Sendable () async throws -> Event
    ) -> Response {
        let body = ResponseBody { writer in
            try await send(standing, every: pause, turns: turns, to: &writer)
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"], body: body)
    }

    private static func send(
        _ standing: @Sendable () async throws -> Event, every pause: Duration, turns: Int,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        var before: Event?
        for turn in 0..<turns {
            let event = try await standing()
            if event != before {
                try await writer.write(text(event))
            } else if turn % 15 == 0 {
                // A line that means nothing: it finds out whether anybody still listens, and keeps proxies patient.
                try await writer.write(ByteBuffer(string: ":\n\n"))
            }
            if event.isLast || Task.isShuttingDownGracefully { return }
            before = event
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    private static func text(_ event: Event) -> ByteBuffer {
        var text = ByteBuffer(string: "event: \(event.name)\n")
        for line in event.data.split(separator: 10, omittingEmptySubsequences: false) {
            text.writeString("data: ")
            text.writeBytes(line)
            text.writeString("\n")
        }
        text.writeString("\n")
        return text
    }
}
