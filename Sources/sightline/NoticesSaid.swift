import API
import AccessRules
import Casework
import RecordKeeping

/// What a run of `notify` did, for its reader.
struct NoticesSaid {
    let sent: [SendNotices.Sent]
    let told: [SendWebhooks.Sent]

    var hasFailed: Bool {
        sent.contains { $0.delivery.map { $0.outcome != .accepted } ?? false } || told.contains { $0.hasFailed }
    }

    var table: String {
        guard !sent.isEmpty || !told.isEmpty else { return "Nobody had to be written to.\n" }
        return sent.map { line in
            let shown = line.delivery == nil ? line.message.lines.map { "    \($0)\n" }.joined() : ""
            return "\(line.user): \(line.kind.rawValue): \(Self.words(line))\n\(shown)"
        }.joined() + told.map { "\($0.user): \($0.kind.rawValue): \($0.endpoint): \($0.words)\n" }.joined()
    }

    var json: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.key("notices")
            json.array(sent) { json, line in
                json.object { json in
                    json.field("user", line.user.text)
                    json.field("kind", line.kind.rawValue)
                    json.field("outcome", line.delivery?.outcome.rawValue ?? "would-be-sent")
                    json.field("words", Self.words(line))
                }
            }
            json.key("webhooks")
            json.array(told) { json, line in
                json.object { json in
                    json.field("endpoint", line.endpoint)
                    json.field("user", line.user.text)
                    json.field("kind", line.kind.rawValue)
                    json.field("outcome", line.code)
                    json.field("words", line.words)
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func words(_ line: SendNotices.Sent) -> String {
        guard let delivery = line.delivery else { return "would be sent" }
        let reply = delivery.reply.map { " (\($0))" } ?? ""
        return switch delivery.outcome {
        case .accepted: "accepted by the mail server"
        case .refused: "refused by the mail server\(reply): \(delivery.words)"
        case .unsent: "not sent: \(delivery.words)"
        case .unknown: "no answer from the mail server, not tried again: \(delivery.words)"
        }
    }
}

extension SendWebhooks.Sent {
    fileprivate var hasFailed: Bool {
        switch outcome {
        case .wouldBeSent: false
        case .answered(let answer): answer.outcome != .accepted
        case .givenUp: true
        }
    }

    fileprivate var code: String {
        switch outcome {
        case .wouldBeSent: "would-be-sent"
        case .answered(let answer): answer.outcome.rawValue
        case .givenUp: WebhookEnding.givenUp.rawValue
        }
    }

    fileprivate var words: String {
        switch outcome {
        case .wouldBeSent: return "would be sent"
        case .givenUp: return "given up: not taken within \(SendWebhooks.keptHours) hours, or the account is closed"
        case .answered(let answer):
            let reply = answer.reply.map { " (\($0))" } ?? ""
            return switch answer.outcome {
            case .accepted: "taken"
            case .refused: "refused\(reply), tried again later: \(answer.words)"
            case .unsent: "not sent, tried again later: \(answer.words)"
            case .unknown: "no answer, tried again later under the same id: \(answer.words)"
            }
        }
    }
}
