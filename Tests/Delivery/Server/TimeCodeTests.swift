import Casework
import Testing
import WorkingDays

@Suite struct TimeCodeTests {
    /// RFC 6238, appendix B: the secret of SHA-1 in ASCII, eight digits.
    @Test(arguments: [
        (Int64(59), "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes are those of the standard's own table`(seconds: Int64, code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = TimeCode.step(at: Moment(milliseconds: seconds * 1000))
        #expect(TimeCode.code(secret, step: step, digits: 8) == code)
        #expect(TimeCode.code(secret, step: step) == String(code.suffix(6)))
    }

    /// RFC 4648, section 10, without the "=" at the end.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `keys are spelt as the standard spells them`(plain: String, spelt: String) {
        #expect(Base32.encode(Array(plain.utf8)) == spelt)
    }

    @Test(arguments: [
        (-61, false), (-60, false), (-30, true), (-1, true), (0, true), (29, true), (30, true), (60, false),
    ])
    func `a clock may be one step ahead or behind`(seconds: Int, isTaken: Bool) throws {
        let secret = Array("12345678901234567890".utf8)
        // The first moment of a step.
        let moment = Moment(milliseconds: 1_795_239_990_000)
        let made = moment.adding(seconds: seconds)
        let code = TimeCode.code(secret, step: TimeCode.step(at: made))
        #expect(
            (TimeCode.step(of: code, secret, at: moment) != nil)
                == (isTaken || TimeCode.step(at: made) == TimeCode.step(at: moment)))
    }

    @Test func `a code of another length, or of no digits, is of no step`() {
        let secret = Array("12345678901234567890".utf8)
        for code in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            #expect(TimeCode.step(of: code, secret, at: Moment(milliseconds: 59_000)) == nil)
        }
    }
}
