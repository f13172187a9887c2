import Diagnostics
import FileFormats
import SafeguardingDataset
import Testing

@Suite struct RefusalTests {
    @Test(arguments: [
        ("no-such-folder", "file-not-found"), ("refused-not-zip.zip", "zip-unreadable"),
        ("refused-no-table", "no-known-table"), ("refused-no-columns", "no-usable-table"),
    ])
    func `an extract that cannot be used is one fatal failure`(name: String, code: String) throws {
        let failure = #expect(throws: DatasetFailure.self) { try DatasetFixture.extract(name) }
        let diagnostic = try #require(failure).diagnostic(file: name)
        #expect(diagnostic.code == code)
        #expect(diagnostic.severity == .fatal)
        #expect(diagnostic.location.file == name)
    }

    @Test func `a work folder that is not there is told as such`() throws {
        #expect(throws: DatasetFailure.self) {
            try DatasetExtract(
                path: DatasetFixture.path("valid-every-table"), workFolder: "/nonexistent", memoryLimit: 0)
        }
    }
}
