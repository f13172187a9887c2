import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Server

@Suite struct SlowRequestsTests {
    private func channel(
        _ limits: ArrivalLimits = ArrivalLimits(), _ addresses: ConnectionsByAddress? = nil,
        from address: String = "192.0.2.1"
    ) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(
            handler: SlowRequests(limits, addresses: addresses, isUpload: FormGuard.takesFiles))
        try channel.connect(to: try SocketAddress(ipAddress: address, port: 1)).wait()
        return channel
    }

    private func head(_ method: HTTPRequest.Method, _ path: String) -> HTTPRequestPart {
        .head(HTTPRequest(method: method, scheme: "http", authority: "x", path: path))
    }

    private func answer(_ channel: EmbeddedChannel) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test(arguments: [(9, true), (10, false)])
    func `the head of a first request has ten seconds`(seconds: Int64, isOpen: Bool) throws {
        let channel = try channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        #expect(channel.isActive == isOpen)
    }

    @Test(arguments: [(29, true), (30, false)])
    func `a form has thirty seconds, however lively it drips`(seconds: Int64, isOpen: Bool) throws {
        let channel = try channel()
        try channel.writeInbound(head(.post, "/sign-in"))
        for _ in 0..<seconds {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            if channel.isActive { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x"))) }
        }
        #expect(channel.isActive == isOpen)
    }

    @Test(arguments: [(4096, true), (4000, false)])
    func `a form with files has longer while it keeps up`(bytesASecond: Int, isOpen: Bool) throws {
        let channel = try channel()
        try channel.writeInbound(head(.post, "/children/census:1/documents"))
        for _ in 0..<90 where channel.isActive {
            try channel.writeInbound(
                HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: bytesASecond)))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(channel.isActive == isOpen)
    }

    @Test func `an answer may take its time once the request is there`() throws {
        let channel = try channel()
        try channel.writeInbound(head(.get, "/numbers"))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(600))
        #expect(channel.isActive)
        try answer(channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(channel.isActive)
    }

    @Test(arguments: [("/nothing", 1000), ("/imports", 2000)])
    func `a body without end is cut, sooner where no file is taken`(path: String, most: Int) throws {
        let channel = try channel(ArrivalLimits(formBytes: 1000, uploadBytes: 2000))
        try channel.writeInbound(head(.post, path))
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: most)))
        #expect(channel.isActive)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 1)))
        #expect(!channel.isActive)
    }

    @Test func `what is refused unread is given time to hear so, and no more`() throws {
        for isSilent in [true, false] {
            let channel = try channel(ArrivalLimits(lingerSeconds: 2, lingerBytes: 1000))
            try channel.writeInbound(head(.post, "/imports"))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 5000)))
            try answer(channel)
            #expect(channel.isActive)
            if isSilent {
                channel.embeddedEventLoop.advanceTime(by: .seconds(2))
            } else {
                try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 1001)))
            }
            #expect(!channel.isActive)
        }
    }

    @Test func `an answer given before a short body has wholly arrived closes nothing`() throws {
        let channel = try channel()
        try channel.writeInbound(head(.post, "/sign-in"))
        try answer(channel)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(channel.isActive)
        // Nor is the next request held to what was left of the one before.
        try channel.writeInbound(head(.post, "/sign-in"))
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
    }

    @Test func `one address holds so many connections and no more, and another is let in`() throws {
        let addresses = ConnectionsByAddress(most: 2)
        let limits = ArrivalLimits()
        let first = try channel(limits, addresses)
        let second = try channel(limits, addresses)
        #expect(try !channel(limits, addresses).isActive)
        #expect(try channel(limits, addresses, from: "192.0.2.2").isActive)
        try first.close().wait()
        #expect(try channel(limits, addresses).isActive)
        #expect(second.isActive)
    }

    @Test func `addresses of the sixth version count by their first half, the machine's own as it is`() throws {
        func key(_ address: String) throws -> ConnectionsByAddress.Key {
            .init(try SocketAddress(ipAddress: address, port: 1))
        }
        #expect(try key("2001:db8:0:1::1") == key("2001:db8:0:1:ffff::2"))
        #expect(try key("2001:db8:0:1::1") != key("2001:db8:0:2::1"))
        #expect(try key("::ffff:192.0.2.1") == key("192.0.2.1"))
        #expect(try key("::ffff:192.0.2.1") != key("::ffff:192.0.2.2"))
    }
}
