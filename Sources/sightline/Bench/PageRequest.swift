import Foundation

/// One page asked for over a plain connection, to know its bytes.
struct PageRequest {
    let port: Int
    let path: String
    let cookie: String

    /// What comes after the head; fails on any answer but 200.
    func body() throws -> [UInt8] {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw BenchFailure.cannotStart }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw BenchFailure.cannotStart }
        let asked = Array(
            "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n".utf8)
        guard send(handle, asked, asked.count, 0) == asked.count else { throw BenchFailure.cannotStart }
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(handle, &chunk, chunk.count, 0)
            if count <= 0 { break }
            answer += chunk[..<count]
        }
        let end = Array("\r\n\r\n".utf8)
        guard answer.starts(with: Array("HTTP/1.1 200".utf8)),
            let head = answer.indices.first(where: { answer[$0...].starts(with: end) })
        else { throw BenchFailure.refused(String(decoding: answer.prefix(200), as: UTF8.self)) }
        return Array(answer[(head + end.count)...])
    }
}
