import Foundation
import Synchronization

/// A program that makes a PDF of a page: WeasyPrint, which makes one readers with a screen reader can use (PDF/UA), or Chromium.
///
/// The page is written to a folder of its own that only this program's user may look into, and the folder is gone when the PDF is made
/// or could not be.
package struct PDFMaker: Sendable {
    package let program: String
    /// "{page}" and "{pdf}" stand for the two files, "{folder}" for where they are.
    package let arguments: [String]
    package var seconds: Double = 60
    private let running: PlacesTaken

    /// - Parameters:
    ///   - arguments: Nil for those that go with a program of this name.
    ///   - most: How many run at once: each may need hundreds of megabytes.
    package init(program: String, arguments: [String]? = nil, most: Int = 2) {
        running = PlacesTaken(most: most)
        self.program = program
        self.arguments = arguments ?? Self.usual(program)
    }

    /// The first that is there.
    package static func found(in places: [String] = ["/usr/local/bin", "/usr/bin"]) -> PDFMaker? {
        let names = ["weasyprint", "chromium", "chromium-browser", "google-chrome"]
        let programs = names.flatMap { name in places.map { "\($0)/\(name)" } }
        return programs.first { access($0, X_OK) == 0 }.map { PDFMaker(program: $0) }
    }

    private static func usual(_ program: String) -> [String] {
        guard !program.hasSuffix("weasyprint") else { return ["--pdf-variant", "pdf/ua-1", "{page}", "{pdf}"] }
        let arguments = [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir={folder}",
            "--print-to-pdf={pdf}", "file://{page}",
        ]
        // NB: Chromium does not shut its own processes in when it is run by root. The page holds nothing that runs.
        return getuid() == 0 ? ["--no-sandbox"] + arguments : arguments
    }

    /// Nil where it could not be made, or as many are being made as may be at once.
    package func callAsFunction(_ page: [UInt8], in uploads: UploadFolder) async -> [UInt8]? {
        guard running.take() else { return nil }
        defer { running.giveBack() }
        guard let folder = try? uploads.newFolder() else { return nil }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (from, to) = ("\(folder)/page.html", "\(folder)/made.pdf")
        guard Self.write(page, to: from) else { return nil }
        let words = arguments.map {
            $0.replacing("{page}", with: from).replacing("{pdf}", with: to).replacing("{folder}", with: folder)
        }
        let spawned = SpawnedProgram(program: program, arguments: words, seconds: seconds, home: folder)
        guard await spawned(reading: from) == 0, let made = FileManager.default.contents(atPath: to),
            made.starts(with: Array("%PDF-".utf8))
        else { return nil }
        return Array(made)
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}

/// So many and no more at once.
private final class PlacesTaken: Sendable {
    private let most: Int
    private let taken = Mutex(0)

    init(most: Int) {
        self.most = most
    }

    func take() -> Bool {
        taken.withLock { taken in
            guard taken < most else { return false }
            taken += 1
            return true
        }
    }

    func giveBack() { taken.withLock { $0 -= 1 } }
}
