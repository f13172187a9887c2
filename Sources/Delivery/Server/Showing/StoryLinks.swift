import AccessRules
import Pages
import RecordKeeping

/// What else can be made of a child's story.
struct StoryLinks {
    let all: [Link]

    init(_ opened: OpenedChild, _ relatives: Relatives, for role: Role, isKeptHere: Bool) {
        let address = ListedChild.address(of: opened.child)
        var links: [Link] = []
        if !relatives.seen.isEmpty || relatives.hidden > 0 {
            links.append(Link(words: "Together with brothers and sisters", href: "\(address)/together"))
        }
        if isKeptHere, role.mayDo.contains(.recordNote) {
            links.append(Link(words: "Choose a chronology", href: "\(address)/chronology?significant=yes"))
        }
        if !ChangesShowing(opened: opened).offered.isEmpty {
            links.append(Link(words: "What was changed", href: "\(address)/changes"))
        }
        all = links
    }
}
