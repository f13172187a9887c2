import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// How long a request may take to arrive, and how much of it may.
package struct ArrivalLimits: Sendable {
    /// From opening a connection to the end of the first request's head.
    package var headSeconds: Int64
    /// From a request's head to the end of its body, for a form.
    package var formSeconds: Int64
    /// What a form with files must keep up, reckoned over all of it, once `formSeconds` have passed; in bytes a second.
    package var uploadRate: Int
    /// The most a body may be, in bytes, before the connection is cut in the middle of it. Beyond what the routes refuse
    /// politely, so that they can.
    package var formBytes: Int
    package var uploadBytes: Int
    /// What may still arrive of a request that has been answered before it was read, so that the answer reaches the browser.
    package var lingerSeconds: Int64
    package var lingerBytes: Int

    package init(
        headSeconds: Int64 = 10, formSeconds: Int64 = 30, uploadRate: Int = 4096, formBytes: Int = 4 << 20,
        uploadBytes: Int = (1 << 30) + (4 << 20), lingerSeconds: Int64 = 10, lingerBytes: Int = 4 << 20
    ) {
        self.headSeconds = headSeconds
        self.formSeconds = formSeconds
        self.uploadRate = uploadRate
        self.formBytes = formBytes
        self.uploadBytes = uploadBytes
        self.lingerSeconds = lingerSeconds
        self.lingerBytes = lingerBytes
    }
}

/// Closes a connection whose request arrives too slowly or without end, or goes on arriving after it was answered. A
/// connection is one of few: whoever holds many and says little keeps everybody else out.
///
/// One stands on each connection, and is used by that connection's event loop alone.
package final class SlowRequests: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    private let limits: ArrivalLimits
    private let isUpload: @Sendable (_ path: String) -> Bool
    private let addresses: ConnectionsByAddress?
    private var address: ConnectionsByAddress.Key?
    private var deadline: Scheduled<Void>?
    /// A head has been read and the end of its body has not.
    private var isReadingBody = false
    private var isReadingUpload = false
    private var bytes = 0
    private var bodyBegan = NIODeadline.now()
    /// Requests whose head was read and whose answer has not been sent.
    private var unanswered = 0

    package init(
        _ limits: ArrivalLimits, addresses: ConnectionsByAddress? = nil,
        isUpload: @escaping @Sendable (_ path: String) -> Bool
    ) {
        self.limits = limits
        self.addresses = addresses
        self.isUpload = isUpload
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    package func handlerRemoved(context: ChannelHandlerContext) { leave() }

    package func channelActive(context: ChannelHandlerContext) {
        // NB: those behind are told first; where there are too many this closes it.
        context.fireChannelActive()
        begin(context)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            isReadingBody = true
            isReadingUpload = head.method == .post && isUpload(head.path ?? "")
            bytes = 0
            bodyBegan = context.eventLoop.now
            wait(limits.formSeconds, context) { $0.checkBody($1) }
        case .body(let piece):
            bytes += piece.readableBytes
            let most =
                unanswered == 0 ? limits.lingerBytes : isReadingUpload ? limits.uploadBytes : limits.formBytes
            guard bytes <= most else { return close(context) }
        case .end:
            isReadingBody = false
            stopWaiting()
        }
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            // Answered without having been read: the rest is of no use to anybody.
            if unanswered == 0, isReadingBody {
                bytes = 0
                wait(limits.lingerSeconds, context) { $0.close($1) }
            }
        }
        context.write(data, promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard address == nil, deadline == nil else { return }
        if let addresses, let remote = context.remoteAddress {
            let key = ConnectionsByAddress.Key(remote)
            guard addresses.enter(key) else { return close(context) }
            address = key
        }
        wait(limits.headSeconds, context) { $0.close($1) }
    }

    private func leave() {
        stopWaiting()
        if let address { addresses?.leave(address) }
        address = nil
    }

    /// A form has had its time; a form with files goes on while it keeps up.
    private func checkBody(_ context: ChannelHandlerContext) {
        let seconds = Int((context.eventLoop.now - bodyBegan).nanoseconds / 1_000_000_000)
        guard isReadingUpload, bytes >= limits.uploadRate * seconds else { return close(context) }
        wait(limits.formSeconds, context) { $0.checkBody($1) }
    }

    private func wait(
        _ seconds: Int64, _ context: ChannelHandlerContext,
        then act: @escaping (SlowRequests, ChannelHandlerContext) -> Void
    ) {
        stopWaiting()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(seconds)) {
            self.deadline = nil
            act(self, context)
        }
    }

    private func stopWaiting() {
        deadline?.cancel()
        deadline = nil
    }

    private func close(_ context: ChannelHandlerContext) {
        stopWaiting()
        context.close(promise: nil)
    }
}

@available(*, unavailable)
extension SlowRequests: Sendable {}
