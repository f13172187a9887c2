/// Where the server listens, and what stands before it.
package struct ServingSettings: Sendable {
    package var host: String
    /// 0 takes a free one.
    package var port: Int
    /// A proxy before this server ends TLS: cookies are then sent through TLS only, and the proxy's word is taken for the
    /// browser's address.
    package var isBehindTLS: Bool
    package var sessionTimes: SessionTimes
    package var uploadLimits: UploadLimits
    /// For documents on a child's record.
    package var documentLimits: UploadLimits
    /// Beyond so many connections at once, others wait.
    package var connections: Int
    /// The most one address may hold of them; nil for any number, as behind a proxy, which is one address for everybody.
    package var connectionsPerAddress: Int?
    package var arrival: ArrivalLimits

    package init(
        host: String = "127.0.0.1", port: Int = 8080, isBehindTLS: Bool = false,
        sessionTimes: SessionTimes = SessionTimes(),
        uploadLimits: UploadLimits = UploadLimits(), documentLimits: UploadLimits = .document, connections: Int = 2000,
        connectionsPerAddress: Int? = nil, arrival: ArrivalLimits = ArrivalLimits()
    ) {
        self.host = host
        self.port = port
        self.isBehindTLS = isBehindTLS
        self.sessionTimes = sessionTimes
        self.uploadLimits = uploadLimits
        self.documentLimits = documentLimits
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.arrival = arrival
    }

    /// With room for whatever the routes take.
    var arrivalLimits: ArrivalLimits {
        var limits = arrival
        limits.uploadBytes = max(uploadLimits.mostOfBody, documentLimits.mostOfBody) + (1 << 20)
        return limits
    }
}
