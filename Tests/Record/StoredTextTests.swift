import ChildJourney
import Foundation
import RecordKeeping
import Testing
import WorkingDays

struct StoredTextTests {
    private struct Odd: Codable, Equatable {
        var zeta: String
        var alpha: [Int]
        var middle: Inner?
        var empty: [String]

        struct Inner: Codable, Equatable {
            var b: Bool
            var a: Int64
        }
    }

    @Test func `keys come in order and absent values are left out`() throws {
        let odd = Odd(zeta: "z", alpha: [3, -1], middle: nil, empty: [])
        let bytes = try StoredTextEncoder().bytes(of: odd)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"alpha":[3,-1],"empty":[],"zeta":"z"}"#)
    }

    @Test func `a value inside a value has its keys in order too`() throws {
        let odd = Odd(zeta: "", alpha: [], middle: .init(b: true, a: .min), empty: ["x"])
        let bytes = try StoredTextEncoder().bytes(of: odd)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"alpha":[],"empty":["x"],"middle":{"a":-9223372036854775808,"b":true},"zeta":""}"#)
        #expect(try StoredTextDecoder().value(of: Odd.self, from: bytes) == odd)
    }

    @Test(arguments: ["plain", "quote \" and \\ and / and \u{0001}\n\t", "Zoë Łukasz 👩‍👧", "", "\u{1F}"])
    func `any text comes back as it was, and another reader agrees`(text: String) throws {
        let bytes = try StoredTextEncoder().bytes(of: [text])
        #expect(try StoredTextDecoder().value(of: [String].self, from: bytes) == [text])
        #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [text])
    }

    @Test func `text written by another program with its own escapes is read`() throws {
        let bytes = Array(
            #" { "zeta" : "\u00e9\ud83d\ude00\/\b" , "alpha":[ ] , "empty":["a","b"], "middle":null } "#.utf8)
        let odd = try StoredTextDecoder().value(of: Odd.self, from: bytes)
        #expect(odd == Odd(zeta: "é😀/\u{08}", alpha: [], middle: nil, empty: ["a", "b"]))
    }

    @Test(arguments: ["", "{", "{\"a\":}", "[1,]", "tru", "{\"zeta\":\"\\u12\"}", "[9223372036854775808]", "{} x"])
    func `a malformed text is an error and never a crash`(text: String) {
        #expect(throws: (any Error).self) { try StoredTextDecoder().value(of: Odd.self, from: Array(text.utf8)) }
    }

    @Test func `a number that would need rounding is refused`() {
        #expect(throws: (any Error).self) { try StoredTextEncoder().bytes(of: [1.5]) }
    }
}
