import HTML

/// A QR code drawn as one path, a module to a unit, with the four modules of quiet around it that readers need.
struct QRCodeView: HTML {
    let picture: QRCode
    let words: String

    private static let quiet = 4

    var body: some HTML {
        svg(
            .class("qr"), .viewBox(width: side, height: side), .role("img"), .aria("label", words), .unfocusable
        ) {
            SVG.path(.d(outline)) {}
        }
    }

    private var side: Double { Double(picture.size + 2 * Self.quiet) }

    private var outline: String {
        var path = ""
        for row in 0..<picture.size {
            for column in 0..<picture.size where picture.isDark(row, column) {
                path += "M\(column + Self.quiet) \(row + Self.quiet)h1v1h-1z"
            }
        }
        return path
    }
}
