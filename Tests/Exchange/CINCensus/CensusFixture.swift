import CINCensus
import ChildJourney
import Diagnostics
import FileFormats
import Foundation

/// A census read whole, for a test to look at.
struct CensusFixture {
    let header: CensusHeader
    let children: [SourceChild]
    let diagnostics: [Diagnostic]
    let unreadable: [CensusReader.UnreadableGroup]

    init(_ file: String) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fixtures/census/\(file)").standardizedFileURL.path
        try self.init(FileBytes(path: path), named: file)
    }

    init(text: String) throws {
        try self.init(MemoryBytes(text), named: "test.xml")
    }

    private init(_ source: any ByteSource, named file: String) throws {
        var children: [SourceChild] = []
        let reader = CensusReader(file: file, codes: CensusFixture.codes) { children.append($0) }
        try reader.read(source)
        header = reader.header
        self.children = children
        diagnostics = reader.diagnostics
        unreadable = reader.unreadable
    }

    /// Enough of the national codes for these files.
    static let codes = CensusCodes([
        "unknownupn": ["UN3": ""], "ethnicity": ["WBRI": ""], "disability": ["NONE": "", "HAND": "", "HEAR": ""],
        "referralsource": ["1A": "", "6": ""], "primaryneedcode": ["N1": "", "N4": ""],
        "reasonforclosure": ["RC1": ""], "categoryofabuse": ["NEG": "", "PHY": ""],
        "assessmentfactors": ["2A": "", "2B": "", "3B": "", "16A": ""], "ppoutcome (CS131)": ["A": ""],
    ])
}
