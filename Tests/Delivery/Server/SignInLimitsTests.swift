import Server
import Testing
import WorkingDays

@Suite struct SignInLimitsTests {
    private let start = ServerFixture.moment

    @Test func `the sixth try at one name from one address within a quarter of an hour waits`() throws {
        let limits = SignInLimits()
        for second in 0..<5 { try limits.begin("ahmed", from: "10.0.0.1", at: start.adding(seconds: second)) }
        #expect(throws: Refused.tooManyTries(seconds: 895)) {
            try limits.begin("AHMED", from: "10.0.0.1", at: start.adding(seconds: 5))
        }
        try limits.begin("ahmed", from: "10.0.0.2", at: start.adding(seconds: 5))
        try limits.begin("baker", from: "10.0.0.1", at: start.adding(seconds: 5))
        try limits.begin("ahmed", from: "10.0.0.1", at: start.adding(seconds: 900))
    }

    @Test func `a try that is refused does not lengthen the wait`() throws {
        let limits = SignInLimits(perName: 1)
        try limits.begin("a", from: "x", at: start)
        #expect(throws: Refused.tooManyTries(seconds: 1)) {
            try limits.begin("a", from: "x", at: start.adding(seconds: 899))
        }
        try limits.begin("a", from: "x", at: start.adding(seconds: 900))
    }

    @Test func `many names from one address are limited together`() throws {
        let limits = SignInLimits(perName: 5, perAddress: 10)
        for number in 0..<10 { try limits.begin("name\(number)", from: "x", at: start) }
        #expect(throws: Refused.tooManyTries(seconds: 900)) { try limits.begin("another", from: "x", at: start) }
        try limits.begin("another", from: "y", at: start)
    }

    @Test func `signing in forgets the tries of that name and no other`() throws {
        let limits = SignInLimits(perName: 2, perAddress: 3)
        try limits.begin("a", from: "x", at: start)
        try limits.begin("a", from: "x", at: start)
        try limits.begin("b", from: "x", at: start)
        limits.succeeded("A", from: "x", at: start)
        try limits.begin("a", from: "x", at: start)
        try limits.begin("b", from: "x", at: start)
        #expect(throws: Refused.self) { try limits.begin("c", from: "x", at: start) }
    }

    @Test func `somebody who signs in rightly over and over waits too, and nobody else with them`() throws {
        let limits = SignInLimits(rightPerName: 3)
        for second in 0..<3 {
            try limits.begin("a", from: "x", at: start.adding(seconds: second))
            limits.succeeded("a", from: "x", at: start.adding(seconds: second))
        }
        #expect(throws: Refused.tooManyTries(seconds: 890)) {
            try limits.begin("A", from: "x", at: start.adding(seconds: 10))
        }
        try limits.begin("a", from: "y", at: start.adding(seconds: 10))
        try limits.begin("b", from: "x", at: start.adding(seconds: 10))
        try limits.begin("a", from: "x", at: start.adding(seconds: 900))
    }

    @Test func `made-up names do not fill the memory`() throws {
        let limits = SignInLimits(perName: 2, perAddress: 1_000_000, roomFor: 100)
        for number in 0..<1000 { try limits.begin("n\(number)", from: "x", at: start.adding(seconds: number)) }
        #expect(limits.count <= 101)
    }
}
