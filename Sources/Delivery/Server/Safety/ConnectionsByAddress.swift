import NIOCore
import Synchronization

/// How many connections each address holds at once. Beyond the most, another is closed as it opens.
///
/// Of use only where browsers come by themselves: behind a proxy all of them come from one address.
package final class ConnectionsByAddress: Sendable {
    /// An address; of the sixth version its first half, since one household or office is given all that begin so.
    package struct Key: Hashable, Sendable {
        private let bytes: [UInt8]

        init(_ address: SocketAddress) {
            switch address {
            // NB: behind family and port in the one, and the flow too in the other, as every system lays them out.
            case .v4(let address): bytes = withUnsafeBytes(of: address.address) { Array($0[4..<8]) }
            case .v6(let address):
                let all = withUnsafeBytes(of: address.address) { Array($0[8..<24]) }
                // NB: the machine itself, and addresses of the fourth version written in the sixth's way, begin with noughts.
                bytes = all.prefix(8).allSatisfy { $0 == 0 } ? Array(all.suffix(4)) : Array(all.prefix(8))
            case .unixDomainSocket: bytes = []
            }
        }
    }

    private let most: Int
    private let open = Mutex<[Key: Int]>([:])

    package init(most: Int) {
        self.most = most
    }

    /// False where the address holds as many as it may.
    func enter(_ key: Key) -> Bool {
        open.withLock { open in
            let held = open[key] ?? 0
            guard held < most else { return false }
            open[key] = held + 1
            return true
        }
    }

    func leave(_ key: Key) {
        open.withLock { open in
            let held = (open[key] ?? 1) - 1
            open[key] = held > 0 ? held : nil
        }
    }
}
