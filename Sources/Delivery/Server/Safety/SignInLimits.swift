import Synchronization
import WorkingDays

/// How often somebody may try to sign in: a few times for one name from one address, and more for one address, behind
/// which a whole council may sit. Signing in rightly over and over is limited too: nobody needs it, and it is how somebody
/// who knows a password would race its change.
///
/// A try is counted before the password is looked at, so that many sent at once are counted too.
package final class SignInLimits: Sendable {
    private struct Key: Hashable {
        let address: String
        /// Nil for whatever name.
        let name: String?
        var isRight = false
    }

    private let perName: Int
    private let perAddress: Int
    private let rightPerName: Int
    private let minutes: Int
    private let tries = Mutex<[Key: [Moment]]>([:])
    /// Beyond so many addresses and names, those whose tries have all grown old are let go.
    private let roomFor: Int

    package init(
        perName: Int = 5, perAddress: Int = 60, rightPerName: Int = 30, minutes: Int = 15, roomFor: Int = 10_000
    ) {
        self.perName = perName
        self.perAddress = perAddress
        self.rightPerName = rightPerName
        self.minutes = minutes
        self.roomFor = roomFor
    }

    /// Counts one try, or refuses it and says how long to wait.
    package func begin(_ name: String, from address: String, at moment: Moment) throws(Refused) {
        let wait = tries.withLock { tries -> Int? in
            makeRoom(&tries, at: moment)
            let limits = [
                (Key(address: address, name: name.lowercased()), perName),
                (Key(address: address, name: nil), perAddress),
                (Key(address: address, name: name.lowercased(), isRight: true), rightPerName),
            ]
            for (key, limit) in limits {
                let recent = recent(tries[key], at: moment)
                tries[key] = recent.isEmpty ? nil : recent
                if recent.count >= limit, let first = recent.first { return seconds(until: first, from: moment) }
            }
            for (key, _) in limits where !key.isRight { tries[key, default: []].append(moment) }
            return nil
        }
        if let wait { throw .tooManyTries(seconds: wait) }
    }

    /// The name and password were right: its tries are forgotten, and it is counted among those that were.
    package func succeeded(_ name: String, from address: String, at moment: Moment) {
        tries.withLock { tries in
            let mine = tries.removeValue(forKey: Key(address: address, name: name.lowercased()))?.count ?? 0
            let all = Key(address: address, name: nil)
            tries[all] = tries[all].map { Array($0.dropLast(mine)) }
            tries[Key(address: address, name: name.lowercased(), isRight: true), default: []].append(moment)
        }
    }

    /// How many addresses and names are remembered.
    package var count: Int { tries.withLock(\.count) }

    private func recent(_ moments: [Moment]?, at moment: Moment) -> [Moment] {
        (moments ?? []).filter { $0.adding(seconds: minutes * 60) > moment }
    }

    private func seconds(until first: Moment, from moment: Moment) -> Int {
        Int((first.adding(seconds: minutes * 60).milliseconds - moment.milliseconds + 999) / 1000)
    }

    private func makeRoom(_ tries: inout [Key: [Moment]], at moment: Moment) {
        guard tries.count >= roomFor else { return }
        tries = tries.mapValues { recent($0, at: moment) }.filter { !$0.value.isEmpty }
        // Still full: somebody is making names up. Forgetting them lets nobody in; the account has its own lock.
        if tries.count >= roomFor { tries = tries.filter { $0.key.name == nil } }
    }
}
