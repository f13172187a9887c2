import HTML

/// Children in order, a page of them at a time.
package struct ChildList: Sendable {
    /// What the list holds, which decides what it says when it is empty.
    package enum Holding: Sendable { case standing, ahead, backlog, cleared }

    package var holding: Holding
    package var children: [ChildCard]
    package var position: ListPosition
    /// Children this reader may not open: counted, never left out.
    package var restricted: Int
    package var isFiltered: Bool

    package init(
        holding: Holding, children: [ChildCard], position: ListPosition, restricted: Int = 0,
        isFiltered: Bool = false
    ) {
        self.holding = holding
        self.children = children
        self.position = position
        self.restricted = restricted
        self.isFiltered = isFiltered
    }
}

struct ChildListView: HTML {
    let list: ChildList
    let frame: Frame

    var body: some HTML {
        if list.children.isEmpty {
            NothingFound(holding: list.holding, isFiltered: list.isFiltered, frame: frame)
        }
        for child in list.children {
            ChildArticle(child: child)
        }
        if list.restricted > 0 {
            p(.class("restricted")) { restrictedWords }
        }
        PositionBar(position: list.position)
    }

    private var restrictedWords: String {
        list.restricted == 1
            ? "1 restricted child is counted and not shown."
            : "\(list.restricted) restricted children are counted and not shown."
    }
}
