import Foundation

/// A command of the operator's that looks for viruses in a file: given the file on standard input, and its path wherever an argument is
/// "{file}". It is run as it stands, without a shell.
///
/// Exit code 0 lets the file in and 1 does not, as with clamscan; with any other, or when the command cannot be run or takes too long,
/// nobody knows, and the file is not let in.
package struct DocumentScan: Sendable {
    package enum Outcome: Sendable, Hashable {
        case clean
        case found
        case unknown
    }

    package let program: String
    package let arguments: [String]
    package let seconds: Double

    package init(program: String, arguments: [String] = [], seconds: Double = 60) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
    }

    package func callAsFunction(_ path: String) async -> Outcome {
        // Away from the threads that answer requests: it takes as long as it takes.
        await withCheckedContinuation { answer in
            Thread.detachNewThread { answer.resume(returning: run(path)) }
        }
    }

    /// NB: not by Foundation's `Process`, which was seen to crash when a program runs several at once.
    private func run(_ path: String) -> Outcome {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .unknown }
        defer { close(file) }
        guard let process = begin(reading: file, path) else { return .unknown }
        let end = ContinuousClock.now + .seconds(seconds)
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { return .unknown }
            if ContinuousClock.now > end {
                kill(process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return .unknown
            }
            usleep(10_000)
        }
        // Ended by a signal, and not by itself.
        guard status & 0x7F == 0 else { return .unknown }
        switch (status >> 8) & 0xFF {
        case 0: return .clean
        case 1: return .found
        default: return .unknown
        }
    }

    private func begin(reading file: Int32, _ path: String) -> pid_t? {
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
        let words = [program] + arguments.map { $0 == "{file}" ? path : $0 }
        let argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        // NB: nothing of this program's own surroundings, which may hold its secrets.
        let around = ["PATH=/usr/bin:/bin:/usr/sbin:/sbin", "LANG=C.UTF-8"]
        let environment: [UnsafeMutablePointer<CChar>?] = around.map { strdup($0) } + [nil]
        defer { (argv + environment).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, program, &actions, nil, argv, environment)
        return failure == 0 ? process : nil
    }
}
