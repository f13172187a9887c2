/// How a browser is told to keep a file under a name (RFC 6266), never to show it.
enum ContentDisposition {
    /// In ASCII for old browsers, and as it is (RFC 8187) for all others.
    static func attachment(named name: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    let isPlain = (0x20...0x7E).contains(scalar.value) && !"\"\\%;/".unicodeScalars.contains(scalar)
                    return isPlain ? scalar : "_"
                }))
        // NB: a colon is no attribute character there, though it may stand in a path.
        let whole = PercentText.encode(name).replacing(":", with: "%3A")
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(whole)"
    }
}
