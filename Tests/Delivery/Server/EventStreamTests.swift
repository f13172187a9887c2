import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import Testing

@Suite struct EventStreamTests {
    @Test func `news is sent when it changes, and ends with the last`() async throws {
        let turn = Locked(0)
        let standing: @Sendable () -> EventStream.Event = {
            turn.value += 1
            let (done, isLast) = turn.value < 4 ? (turn.value / 2, false) : (9, true)
            return .init(name: isLast ? "complete" : "progress", data: Array("{\"done\":\(done)}".utf8), isLast: isLast)
        }
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        try await fixture.test(adding: { router in
            router.get("/imports/{n}/events") { _, _ in EventStream.response(every: .milliseconds(1), standing) }
        }) { client in
            let answer = try await client.execute(uri: "/imports/1/events", method: .get, headers: .cookie(session))
            #expect(answer.headers[.contentType] == "text/event-stream; charset=utf-8")
            #expect(
                answer.text == """
                    event: progress
                    data: {"done":0}

                    event: progress
                    data: {"done":1}

                    event: complete
                    data: {"done":9}


                    """)
        }
    }

    @Test func `it does not go on for ever, and what is written over several lines stays one event`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        try await fixture.test(adding: { router in
            router.get("/events") { _, _ in
                EventStream.response(every: .milliseconds(1), turns: 16) { .init(name: "n", data: Array("a\nb".utf8)) }
            }
        }) { client in
            let answer = try await client.execute(uri: "/events", method: .get, headers: .cookie(session))
            #expect(answer.text == "event: n\ndata: a\ndata: b\n\n:\n\n")
        }
    }
}
