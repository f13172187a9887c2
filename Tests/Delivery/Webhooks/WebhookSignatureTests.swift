import Testing
import Webhooks

/// What another program checks; the codes were made by OpenSSL (`openssl dgst -sha256 -hmac`).
@Suite struct WebhookSignatureTests {
    private static let body = Array(#"{"id":"3f0e"}"#.utf8)
    private static let key = Array("a key of thirty-two characters, or more".utf8)
    private static let other = Array("another key of more than thirty-two signs".utf8)
    private static let code = "1c75ffab30db7436c06620a8619fdf7290fc3e37c0b29e0c7c80989d1f9344bb"
    private static let otherCode = "1270201f8ed7e875ba835f962c035b20594fcd5c53c8d232a5afcbbc3d90481d"

    @Test func `a body is signed with its moment, once for each key`() {
        let one = WebhookSignature.text(of: Self.body, keys: [Self.key], seconds: 1_795_420_800)
        #expect(one == "t=1795420800,v1=\(Self.code)")
        let two = WebhookSignature.text(of: Self.body, keys: [Self.other, Self.key], seconds: 1_795_420_800)
        #expect(two == "t=1795420800,v1=\(Self.otherCode),v1=\(Self.code)")
        #expect(
            WebhookSignature.text(of: Self.body, keys: [Self.key], seconds: 1_795_420_801)
                != "t=1795420801,v1=\(Self.code)")
    }

    @Test(arguments: [
        "https://council.example/notices", "https://council.example:8443/n?for=x", "HTTPS://council.example",
        "https://[2001:db8::1]/n", "http://127.0.0.1:8090/", "http://localhost/n", "http://[::1]:90/",
    ])
    func `an encrypted address is taken, and one on this machine`(text: String) {
        #expect(WebhookAddress(text)?.isEncrypted == text.lowercased().hasPrefix("https"))
    }

    @Test(arguments: [
        "http://council.example/", "http://127.0.0.1.council.example/", "http://127.0.0.1@council.example/",
        "http://localhost.council.example/", "https://jo:x@council.example/", "ftp://127.0.0.1/", "https://",
        "https:///n",
        "https://council.example/#n", "https://council.example:0/", "https://council.example:65536/", "",
        "https://council.example\\@127.0.0.1/", "https://council.example/a b", "https://[::1", "https://ex ample/",
        "//council.example/", "https:council.example", "http://127.1/", "http://2130706433/",
    ])
    func `no other address is taken`(text: String) {
        #expect(WebhookAddress(text) == nil)
    }
}
