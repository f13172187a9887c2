import AccessRules

/// A restricted child is given to somebody who could not open the record only where it is said that this is meant: else
/// nobody holds the child, and the page says that somebody does.
package enum HolderLeftOut {
    /// Whether whoever is to hold the child, or cover, could not open the record.
    package static func leaves(out worker: String, of restriction: Restriction) -> Bool {
        !restriction.admits(UserID(worker))
    }

    static let message =
        "They could not open this record. Name them on the restriction first, choose somebody who is named, or say that "
        + "this is meant"

    /// Asked for a restricted child alone.
    static func fields(_ scene: StepScene) -> [StepField] {
        guard scene.restriction.isRestricted else { return [] }
        return [
            StepField(
                "left-out", "If they are not named on the restriction: is it meant that they cannot open the record?",
                called: "whether it is meant", .yesNo, required: false)
        ]
    }

    static func refuse(_ worker: String, _ scene: StepScene, _ answers: inout StepAnswers) {
        guard leaves(out: worker, of: scene.restriction), answers.yes("left-out") != true else { return }
        answers.note("worker", message)
    }
}
