import HTML

/// A page's values, and the view that shows them.
package protocol Page: Sendable {
    associatedtype Content: HTML

    /// What the browser calls the page; the layout adds "Sightline".
    var title: String { get }
    var section: MainSection? { get }
    /// The pages above this one, outermost first.
    var trail: [Link] { get }
    /// Without JavaScript, the browser asks for the page again after so many seconds.
    var refreshSeconds: Int? { get }

    func content(in frame: Frame) -> Content
}

extension Page {
    package var trail: [Link] { [] }
    package var refreshSeconds: Int? { nil }

    /// The whole page as UTF-8 bytes, ready to send.
    package func render(in frame: Frame) -> [UInt8] {
        Layout(page: self, frame: frame).render()
    }
}
