import Pages
import RecordKeeping

/// What else can be made of a child's story.
struct StoryLinks {
    let all: [Link]

    init(_ opened: OpenedChild, _ relatives: Relatives) {
        let address = ListedChild.address(of: opened.child)
        var links: [Link] = []
        if !relatives.seen.isEmpty || relatives.hidden > 0 {
            links.append(Link(words: "Together with brothers and sisters", href: "\(address)/together"))
        }
        all = links
    }
}
