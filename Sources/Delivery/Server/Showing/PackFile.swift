import HTML
import Publishing
import RecordKeeping
import WorkingDays

/// A pack that is printed and not kept, as a page that stands alone.
package enum PackFile {
    package static func html(_ pack: Pack) -> [UInt8] {
        PrintReadyPage(
            PackShowing.document(pack, facts: ["Counted: \(pack.frame); \(pack.sequence) entries of the record."])
        )
        .render()
    }
}
