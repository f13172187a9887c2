import Foundation

/// A program of the operator's, run as it stands and without a shell.
struct SpawnedProgram: Sendable {
    let program: String
    let arguments: [String]
    let seconds: Double
    /// Where it may keep what it needs for itself; nil where it gets no such folder.
    var home: String?

    /// The code it ends with, away from the threads that answer requests; nil where it cannot be run, takes too long or is ended by a
    /// signal.
    func callAsFunction(reading path: String) async -> Int32? {
        await withCheckedContinuation { answer in
            Thread.detachNewThread { answer.resume(returning: run(path)) }
        }
    }

    /// NB: not by Foundation's `Process`, which was seen to crash when a program runs several at once.
    private func run(_ path: String) -> Int32? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard let process = begin(reading: file) else { return nil }
        let end = ContinuousClock.now + .seconds(seconds)
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { return nil }
            if ContinuousClock.now > end {
                // The whole group: what it began itself must not go on without it.
                kill(-process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return nil
            }
            usleep(10_000)
        }
        // Ended by a signal, and not by itself.
        guard status & 0x7F == 0 else { return nil }
        return (status >> 8) & 0xFF
    }

    private func begin(reading file: Int32) -> pid_t? {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, file, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        // NB: nothing of this program's own surroundings, which may hold its secrets.
        var around = ["PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG=C.UTF-8"]
        if let home { around += ["HOME=\(home)", "TMPDIR=\(home)"] }
        let environment: [UnsafeMutablePointer<CChar>?] = around.map { strdup($0) } + [nil]
        defer { (argv + environment).forEach { free($0) } }
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
        #else
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, with its own number.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var process: pid_t = 0
        let failure = posix_spawn(&process, program, &actions, &attributes, argv, environment)
        return failure == 0 ? process : nil
    }
}
