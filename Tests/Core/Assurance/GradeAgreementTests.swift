import Assurance
import Testing

@Suite struct GradeAgreementTests {
    private func agreement(_ first: String, _ second: String, _ weights: GradeAgreement.Weights) -> GradeAgreement {
        GradeAgreement(
            zip(first, second).map { ($0.wholeNumberValue ?? 0, $1.wholeNumberValue ?? 0) }, scale: 4, weights: weights)
    }

    @Test func `weighted kappa is what scikit-learn works out of the same grades`() throws {
        let rows = try Shipped.fixture("agreement/kappa.csv")
        #expect(rows.count > 12)
        for row in rows {
            let (first, second) = (String(row[0]), String(row[1]))
            let linear = try #require(agreement(first, second, .linear).kappa)
            let quadratic = try #require(agreement(first, second, .quadratic).kappa)
            #expect(abs(linear - (Double(row[2]) ?? .nan)) < 1e-12)
            #expect(abs(quadratic - (Double(row[3]) ?? .nan)) < 1e-12)
        }
    }

    @Test(arguments: [(0, false), (9, false), (10, true), (11, true)])
    func `a coefficient is said of ten files or more`(files: Int, isEnough: Bool) {
        let grades = String(repeating: "01", count: 6).prefix(files)
        #expect(agreement(String(grades), String(grades), .quadratic).isEnough == isEnough)
    }

    @Test func `a worse second grade is a downgrading, a better one is not`() {
        let found = agreement("0112", "0121", .quadratic)
        #expect((found.same, found.downgraded, found.upgraded) == (2, 1, 1))
    }

    @Test func `two readers who only ever gave one grade show no agreement that chance would not`() {
        #expect(agreement("222", "222", .quadratic).kappa == nil)
        #expect(agreement("", "", .quadratic).kappa == nil)
    }
}
