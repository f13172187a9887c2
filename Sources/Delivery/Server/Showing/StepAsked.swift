import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A step as it was asked and typed: what can be recorded of it, and what goes back into the form.
struct StepAsked {
    private static let longest = 20_000
    private static let mostRadios = 6

    let step: any Step.Type
    /// What it goes on with; once the child is opened, what the step can only be about.
    var record: RecordID?
    /// The form's own id.
    var form: RecordID
    /// Nil for a form nobody has typed into.
    var typed: FormFields?
    /// What the address it was opened by chose, by the field's name.
    var chosen: [String: String] = [:]
    var seen: Int64?
    /// When a draft was kept that this goes on with.
    var keptAt: Moment?
    /// The entry somebody else recorded since the form was opened.
    var theirs: Int64?
    /// The entry this very form recorded before, when it then said something else.
    var recordedBefore: Int64?

    init(_ step: any Step.Type, record: RecordID?, form: RecordID) {
        self.step = step
        self.record = record
        self.form = form
    }

    /// Goes on with what somebody had begun.
    ///
    /// NB: the form is a new one. Two tabs that go on with one draft are two forms, and neither passes for the other sent twice.
    mutating func goOn(with begun: (fields: FormFields, keptAt: Moment)) {
        typed = begun.fields
        seen = begun.fields["seen"].flatMap { Int64($0) }
        keptAt = begun.keptAt
    }

    /// Where the form is.
    func address(_ child: SubjectID) -> String {
        let query = record.map { "?of=\(PercentText.encode($0.text))" } ?? ""
        return "\(ListedChild.address(of: child))/steps/\(step.name)\(query)"
    }

    /// What a draft of this form is kept under.
    var draftName: String { [step.name, record?.text].compactMap { $0 }.joined(separator: " ") }

    // MARK: Reading

    /// What was answered; what could not be read is among its problems.
    func read(_ form: FormReader, _ scene: StepScene) -> StepAnswers {
        var form = form
        var answers: [String: StepAnswers.Answer] = [:]
        for field in step.fields(scene) {
            answers[field.name] = answer(field, &form, scene.today)
        }
        var read = StepAnswers(answers)
        for problem in form.problems { read.note(problem.field, problem.message) }
        return read
    }

    private func answer(_ field: StepField, _ form: inout FormReader, _ today: Day) -> StepAnswers.Answer? {
        switch field.kind {
        case .day:
            return form.day(field.name, called: field.called, around: today, required: field.isRequired)
                .map { .day($0) }
        case .time:
            return form.time(field.name, called: field.called, required: field.isRequired).map { .time($0) }
        case .text:
            return form.text(field.name, called: field.called, atMost: 300, required: field.isRequired)
                .map { .text($0) }
        case .longText:
            return form.text(field.name, called: field.called, atMost: Self.longest, required: field.isRequired)
                .map { .text($0) }
        case .yesNo:
            let answer: YesOrNo? = form.choice(field.name, called: field.called, required: field.isRequired)
            return answer.map { .yes($0 == .yes) }
        case .choice(let choices):
            guard let given = form.given(field.name) else {
                if field.isRequired { form.note(field.name, "Choose \(field.called)") }
                return nil
            }
            guard choices.contains(where: { $0.value == given }) else {
                form.note(field.name, "Choose \(field.called) from the list")
                return nil
            }
            return .text(given)
        case .several(let choices):
            let given = form.fields.all(field.name).filter { !$0.isEmpty }
            guard given.allSatisfy({ value in choices.contains { $0.value == value } }) else {
                form.note(field.name, "Choose \(field.called) from the list")
                return nil
            }
            return .several(given)
        }
    }

    private enum YesOrNo: String { case yes, no }

    // MARK: Showing

    func page(
        of opened: OpenedChild, _ scene: StepScene, on day: Day, csrfToken: String, errors: [FieldError]
    ) -> StepPage {
        let childHref = ListedChild.address(of: opened.child)
        let current = scene.opening.record.flatMap { id in opened.history.entries.last { $0.id == id }?.sequence }
        var hidden = [(name: "form", value: form.text)]
        if let record = scene.opening.record { hidden.append((name: "of", value: record.text)) }
        // After a conflict both versions have been seen: sending it again goes on from theirs.
        let isConflict = theirs != nil || recordedBefore != nil
        if let seen = isConflict ? current : seen ?? current { hidden.append((name: "seen", value: "\(seen)")) }
        return StepPage(
            heading: step.words.title, lede: step.words.lede, about: opened.withholding.masked(scene.opening.words),
            childName: opened.nameShown,
            childHref: childHref, standing: opened.standing(on: day), action: "\(childHref)/steps/\(step.name)",
            csrfToken: csrfToken, hidden: hidden,
            fields: pageFields(scene, opened.withholding), errors: errors,
            theirs: theirs.flatMap { shown($0, opened) }, recordedBefore: recordedBefore.flatMap { shown($0, opened) },
            kept: keptAt.map(KeptForm.words)
        )
    }

    /// The fields as a page shows them, with what was typed.
    func pageFields(_ scene: StepScene, _ withholding: Withholding) -> [StepPage.Field] {
        step.fields(scene).map { field($0, withholding) }
    }

    /// What the entry says, as the story tells it, with what was there before.
    private func shown(_ entry: Int64, _ opened: OpenedChild) -> StepPage.Theirs? {
        guard let told = opened.history.entries.first(where: { $0.sequence == entry }) else { return nil }
        let names = Names(opened.setting.workforce)
        let events = StoryWords(names: names, withholding: opened.withholding).events(of: opened.journey())
            .filter { $0.place == entry }
        return StepPage.Theirs(
            when: told.recordedAt.words,
            words: events.map { "\($0.title), \($0.on.words). \($0.words)" })
    }

    /// What was typed, question by question, for a step that can no longer be taken.
    func typedWords(_ scene: StepScene) -> [(question: String, answer: String)] {
        step.fields(scene).compactMap { field in
            let words = (typed?.all(field.name) ?? []).filter { !$0.isEmpty }.map { field.words(of: $0) }
            return words.isEmpty ? nil : (field.words, words.joined(separator: ", "))
        }
    }

    private func field(_ field: StepField, _ withholding: Withholding) -> StepPage.Field {
        // What was recorded before it was withheld is not brought back by a form.
        let values =
            typed.map { $0.all(field.name) }
            ?? (chosen[field.name].map { [$0] } ?? field.initial).map(withholding.masked)
        var shown = StepPage.Field(
            name: field.name, words: field.words, hint: field.hint.map(withholding.masked),
            isRequired: field.isRequired, kind: .line,
            value: values.first ?? "")
        func options(_ choices: [StepChoice]) -> [FilterOption] {
            choices.map {
                FilterOption(value: $0.value, words: withholding.masked($0.words), isChosen: values.contains($0.value))
            }
        }
        switch field.kind {
        case .day:
            shown.kind = .line
            if shown.hint == nil { shown.hint = "Any usual way, such as 3 Mar 2026 or 3/3/26" }
        case .text, .time: shown.kind = .line
        case .longText: shown.kind = .long
        case .yesNo: shown.kind = .radios(options([StepChoice("yes", "Yes"), StepChoice("no", "No")]))
        case .choice(let choices):
            shown.kind = choices.count > Self.mostRadios ? .list(options(choices)) : .radios(options(choices))
        case .several(let choices): shown.kind = .boxes(options(choices))
        }
        return shown
    }
}

extension StepField {
    /// An answer as its choice is called.
    fileprivate func words(of value: String) -> String {
        switch kind {
        case .choice(let choices), .several(let choices): choices.first { $0.value == value }?.words ?? value
        case .yesNo: value == "yes" ? "Yes" : "No"
        case .day, .text, .longText, .time: value
        }
    }
}
