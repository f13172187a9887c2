import Foundation
import Pages
import Testing

/// Every page with invented children, as files to look at and to run accessibility checks on.
///
/// Written only when `SIGHTLINE_GALLERY` names a folder; the tests render the same pages without files.
@Suite("Gallery: every page renders with invented children")
struct Gallery {
    @Test(arguments: SamplePage.all)
    func `every page is one whole document with one main heading`(_ sample: SamplePage) throws {
        let page = sample.render()
        let text = String(decoding: page, as: UTF8.self)
        let isWhole = text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>")
        let mainHeadings = text.components(separatedBy: "<h1").count - 1
        #expect(isWhole)
        #expect(mainHeadings == 1)
        if let folder = ProcessInfo.processInfo.environment["SIGHTLINE_GALLERY"] {
            try Data(page).write(
                to: URL(fileURLWithPath: folder).appendingPathComponent("\(sample.name).html"))
        }
    }

    @Test(arguments: SamplePage.all)
    func `no page says a child is safe or has no concerns`(_ sample: SamplePage) {
        let words = String(decoding: sample.render(), as: UTF8.self).lowercased()
        for forbidden in [" is safe", "no concerns", "all clear", "user error", "the case "] {
            let isSaid = words.contains(forbidden)
            #expect(!isSaid, "\(sample.name) says \"\(forbidden)\"")
        }
    }

    @Test(arguments: SamplePage.all)
    func `no page carries a script, a style or a handler in its text`(_ sample: SamplePage) {
        let text = String(decoding: sample.render(), as: UTF8.self)
        for forbidden in [" style=", "<style", " onclick=", " onload=", "javascript:", "http://"] {
            let isThere = text.contains(forbidden)
            #expect(!isThere, "\(sample.name) holds \(forbidden)")
        }
        let scripts = text.components(separatedBy: "<script").count - 1
        #expect(scripts == 1)
    }
}

/// One page of the gallery, by the name of its file.
struct SamplePage: CustomTestStringConvertible, Sendable {
    let name: String
    let render: @Sendable () -> [UInt8]

    init(_ name: String, _ page: some Page, in frame: Frame = .sample) {
        self.name = name
        render = { page.render(in: frame) }
    }

    var testDescription: String { name }
}
