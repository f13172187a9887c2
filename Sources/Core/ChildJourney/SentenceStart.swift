extension StringProtocol {
    /// "Section 47 enquiry" for "section 47 enquiry": words that stand at the start of a sentence.
    package var atSentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
