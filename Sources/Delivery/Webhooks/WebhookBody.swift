import API
import AccessRules
import Casework
import RecordKeeping
import WorkingDays

/// What a notice to another program says, as JSON.
package enum WebhookBody {
    package static func bytes(of notice: WebhookNotice) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("version", 1)
            json.field("id", notice.id)
            json.field("kind", notice.kind.rawValue)
            json.field("council", notice.council.text)
            json.field("user", notice.user.text)
            json.field("begun", notice.begunAt.iso)
            json.field("page", notice.page)
        }
        return json.bytes
    }
}
