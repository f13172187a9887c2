import Foundation

/// One run of the program as a process of its own: how long it took and how much memory it held at most.
struct MeasuredProcess {
    let seconds: Double
    let peakMegabytes: Double
    let exitCode: Int32

    /// Runs this program again with other arguments; what it prints is thrown away.
    init(_ arguments: [String]) throws {
        let program = DataOptions.program
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var process = pid_t()
        let started = ContinuousClock.now
        guard posix_spawn(&process, program, &actions, nil, &argv, environ) == 0 else { throw BenchFailure.cannotStart }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
        seconds = started.duration(to: .now) / .seconds(1)
        // Linux counts in kilobytes.
        peakMegabytes = Double(usage.ru_maxrss) / 1024
        exitCode = (status >> 8) & 0xff
    }

    /// The quickest of several runs: the others say what else the machine was doing.
    static func best(of runs: Int, _ arguments: [String]) throws -> MeasuredProcess {
        var best = try MeasuredProcess(arguments)
        for _ in 1..<max(runs, 1) {
            let next = try MeasuredProcess(arguments)
            if next.seconds < best.seconds { best = next }
        }
        return best
    }
}

enum BenchFailure: Error {
    case cannotStart
    /// What was answered instead.
    case refused(String)
}
