import Testing

@testable import Server

@Suite struct TypedTimeTests {
    @Test(
        arguments: [
            ("16:50", 1010), ("1650", 1010), ("4.50pm", 1010), ("4:50 PM", 1010), ("0:00", 0), ("00:00", 0),
            ("12am", 0), ("12 pm", 720), ("9 a.m.", 540), ("23:59", 1439), ("0930", 570), ("9:05", 545),
        ] as [(String, Int)])
    func `a time is read as people type it`(typed: String, minute: Int) {
        #expect(TypedTime.read(typed) == minute)
    }

    @Test(
        arguments: [
            "", "9", "24:00", "16:60", "4:5", "13pm", "0am", "noon", "-1:30", "16:50:00", "١٦:٥٠", "165", ":", "pm",
        ])
    func `what may be either of two times, or is none, is not guessed`(typed: String) {
        #expect(TypedTime.read(typed) == nil)
    }
}
