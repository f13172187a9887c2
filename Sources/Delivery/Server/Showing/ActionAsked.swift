import ChildJourney

/// The measure a form binds an action to, or why it binds none.
enum ActionAsked {
    static func measure(_ form: inout FormReader) -> (measure: ActionMeasure?, because: String?) {
        guard let id = form.given("measure") else {
            return (nil, form.text("no-measure", called: "which number shows it, or why none does", atMost: 500))
        }
        let values = 0...10_000_000
        let period = form.text("period", called: "over which time", atMost: 20)
        let target = form.tenths("target", called: "the target", in: values)
        let floor = form.tenths("floor", called: "the floor", in: values)
        let step = form.tenths("step", called: "how far it must move", in: values)
        guard let period, let target, let floor, let step else { return (nil, nil) }
        let measure = ActionMeasure(
            id: id, period: period, team: form.given("measure-team"), target: target, floor: floor, step: step)
        return (measure, nil)
    }
}
