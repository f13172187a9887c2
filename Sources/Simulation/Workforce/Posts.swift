import WorkingDays

/// Which post holds which child, and the few blocks whose posts hold too many.
struct Posts {
    let setting: Setting

    /// How the children of a block are shared out.
    private enum Sharing {
        /// One worker holds them all.
        case single
        /// A worker in their first year holds every second child.
        case shared
        /// A worker in their first year holds them all: too many.
        case newlyQualifiedAlone
        /// Every second child is held by the worker of the block before: too many for that worker.
        case lentToBlockBefore
    }

    private static let round = 16

    private func sharing(of block: Int) -> Sharing {
        switch block % Self.round {
        case 3, 8, 13: .shared
        case 6: .lentToBlockBefore
        case 11: .newlyQualifiedAlone
        default: .single
        }
    }

    /// The post that holds a child of a block, by the child's slot in it.
    func post(block: Int, slot: Int) -> Post {
        switch sharing(of: block) {
        case .single: Post(block: block, part: .main, setting: setting)
        case .shared:
            Post(block: block, part: slot.isMultiple(of: 2) ? .main : .newlyQualified, setting: setting)
        case .newlyQualifiedAlone: Post(block: block, part: .newlyQualified, setting: setting)
        case .lentToBlockBefore:
            Post(block: slot.isMultiple(of: 2) ? block : block - 1, part: .main, setting: setting)
        }
    }

    /// The posts of a block.
    func posts(of block: Int) -> [Post] {
        switch sharing(of: block) {
        case .single, .lentToBlockBefore: [Post(block: block, part: .main, setting: setting)]
        case .shared: Post.Part.allCases.map { Post(block: block, part: $0, setting: setting) }
        case .newlyQualifiedAlone: [Post(block: block, part: .newlyQualified, setting: setting)]
        }
    }

    /// The blocks whose children a worker of this block may hold.
    func blocksHeld(from block: Int, of count: Int) -> [Int] {
        block + 1 < count && sharing(of: block + 1) == .lentToBlockBefore ? [block, block + 1] : [block]
    }
}
