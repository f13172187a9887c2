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

    private func run(_ path: String) -> Outcome {
        guard let file = FileHandle(forReadingAtPath: path) else { return .unknown }
        defer { try? file.close() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments.map { $0 == "{file}" ? path : $0 }
        // NB: nothing of this program's own surroundings, which may hold its secrets.
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"]
        process.standardInput = file
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            return .unknown
        }
        if ended.wait(timeout: .now() + seconds) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            return .unknown
        }
        guard process.terminationReason == .exit else { return .unknown }
        switch process.terminationStatus {
        case 0: return .clean
        case 1: return .found
        default: return .unknown
        }
    }
}
