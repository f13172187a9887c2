/// One step of the reckoning: "plus 10 working days" gives "Tue 17 Nov 2026".
package struct ArithmeticLine: Sendable {
    package var step: String
    package var result: String

    package init(step: String, result: String) {
        self.step = step
        self.result = result
    }
}
