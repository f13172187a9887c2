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
        let words = arguments.map { $0 == "{file}" ? path : $0 }
        let code = await SpawnedProgram(program: program, arguments: words, seconds: seconds)(reading: path)
        return code == 0 ? .clean : code == 1 ? .found : .unknown
    }
}
