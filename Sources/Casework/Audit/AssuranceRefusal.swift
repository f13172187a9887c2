import AccessRules
import RecordKeeping

/// Why something about a sample, an audit, an inspection or an improvement plan was not recorded.
package enum AssuranceRefusal: Error, Sendable {
    case access(AccessRefusal)
    case notFound
    /// Something that has to be said was not: its name on the form.
    case missing(String)
    /// The frame is empty: there is nobody to draw.
    case emptyFrame
    /// These are no children of this record, or not for whoever asks.
    case unknownChildren(Int)
    /// The case is not in the sample, or was replaced already, or nobody is left to take its place.
    case notReplaceable
    /// Somebody else reads blind: whoever wrote another reading of the file cannot.
    case ownReading
    /// Whoever ever worked with the child, or supervised the work, is no reader of the file.
    case ownWork
    /// Whoever saw what others made of the file is no blind reader of it.
    case sawReadings
    /// Nobody has finished reading the file: there is nothing to moderate.
    case notReadYet
    /// The reading is another's, or of a kind that is not for the role.
    case notThisReader
    /// Whoever flagged a child, or holds them, does not answer the flag; nor does whoever answered it agree to the answer.
    case ownFlag
    /// The framework does not know the area, the category, the grade or the kind of visit.
    case notOfTheFramework(String)
    /// These areas are to be judged first.
    case notJudgedYet([String])
    /// A limiting rule leaves no better grade than this, and nobody said why it is overridden.
    case aboveTheLimit(atMost: String, boundBy: [String])
    /// The lowest grade says in which way the framework's definition is met.
    case limbMissing
    /// A published inspection is changed no more.
    case published
    /// The inspection is another's than the inspector's own.
    case notYourInspection
    /// Where inspectors were let in, or set it up, they alone write it.
    case inspectorsWrite
    /// The team names who leads it, who answers for all of them.
    case leadAnswers
    /// What was typed, by what it is called, tells something of a child whose file is read.
    case tells(String, ToldOfChild)
    /// What was typed in a plan, by what it is called, tells something of any child of the record.
    case tellsOfAny(String, ToldOfChild)
    /// No sample of this record has the name.
    case noSuchAudit
    /// A second person confirms whom an inspection lets in: not whoever asked, nor whose account it is.
    case notSecondPerson
    /// No active account of an inspector.
    case noInspector
    /// Nobody is let in any more.
    case closed
    /// So many comments of the council on the draft have no answer yet.
    case unanswered(Int)
    /// It was answered, provided or withdrawn already.
    case doneAlready
    /// Only of a published inspection.
    case notPublished
    /// The plan has ended: it is changed no more.
    case planEnded
    /// The action, or what was resolved, is another's.
    case notOwner
    /// No active account of somebody who may take an action on.
    case noSuchPerson
    /// A measure that no action can be bound to in this way, and why.
    case measureUnfit(String)
    case changedSince(by: Int64)
    case store(StoreFailure)

    /// One sentence for whoever asked.
    package var words: String {
        switch self {
        case .access: "This is not for your role"
        case .notFound: "There is no such sample, inspection or plan"
        case .missing(let what): "Say \(what)"
        case .emptyFrame: "No child is in the frame"
        case .unknownChildren(let count): "\(count) of these are not children of this record whom you may open"
        case .notReplaceable: "This case cannot be replaced"
        case .ownReading: "You have read this file already: somebody else gives the second opinion"
        case .notThisReader:
            "Inspectors read as inspectors and nobody else does; nobody changes what another reader wrote"
        case .ownWork: "You worked with this child, or supervised the work: somebody else reads the file"
        case .sawReadings: "You have seen what others made of this file: somebody else gives the second opinion"
        case .notReadYet: "No auditor has finished reading this file"
        case .ownFlag: "You flagged this child, hold them, or answered the flag: somebody else does this"
        case .notOfTheFramework(let what): "The framework does not have \(what)"
        case .notJudgedYet(let areas): "Judge these first: \(areas.joined(separator: ", "))"
        case .aboveTheLimit(let grade, let areas):
            "With \(areas.joined(separator: " and ")) judged as they are, the framework allows no better than \(grade): say why you override it"
        case .limbMissing: "Say in which way the framework's definition of this grade is met"
        case .published: "The inspection is published"
        case .notYourInspection: "This is another inspection than yours"
        case .inspectorsWrite: "Inspectors who are let in write this themselves"
        case .leadAnswers: "The lead inspector answers comments on the draft"
        case .tells(let field, .name):
            "\(field) names a child whose file is read in this inspection: leave the name out"
        case .tells(let field, .withheld):
            "\(field) tells what is withheld of a child whose file is read in this inspection: leave it out"
        case .tellsOfAny(let field, .name): "\(field) names a child: leave the name out"
        case .tellsOfAny(let field, .withheld): "\(field) tells what is withheld of a child: leave it out"
        case .noSuchAudit: "There is no sample with this name: take it from the page of the sample"
        case .notSecondPerson: "Somebody else confirms this: not whoever asked, nor whose account it is"
        case .noInspector: "This is not the name of an active inspector's account"
        case .closed: "The inspection is closed"
        case .unanswered(let count):
            "Answer the council's \(count == 1 ? "comment" : "\(count) comments") on the draft first"
        case .doneAlready: "This was done already"
        case .notPublished: "The inspection is not published yet"
        case .planEnded: "The plan has ended"
        case .notOwner: "This is another's: its owner or whoever keeps the plan does this"
        case .noSuchPerson: "This is not the name of an active account that can take an action on"
        case .measureUnfit(let why): why
        case .changedSince: "Somebody else changed it since you opened it"
        case .store: "The record could not be read or written"
        }
    }
}
