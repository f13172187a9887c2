import AccessRules

/// A log beside the entries, with a chain of its own.
package enum KeptLog: String, Hashable, Sendable, CaseIterable {
    /// Who looked at what.
    case looks
    /// What was done to accounts.
    case accounts
    /// Who may open restricted children.
    case needToKnow = "need-to-know"
}

/// Where every chain of a council ended at some moment: kept outside the store, it shows a cut or rewritten tail of any.
package struct RecordHeads: Hashable, Sendable, CustomStringConvertible {
    package let entries: ChainHead
    /// Empty in the older form, which names the entries alone.
    package let logs: [KeptLog: ChainHead]

    package init(entries: ChainHead, logs: [KeptLog: ChainHead]) {
        self.entries = entries
        self.logs = logs
    }

    /// `12:9f86...,looks=55:60a1...,accounts=7:...,need-to-know=0:...`, the form in backups and on the command line.
    package var description: String {
        let others = KeptLog.allCases.compactMap { log in logs[log].map { ",\(log.rawValue)=\($0)" } }
        return entries.description + others.joined()
    }

    /// Fails unless the text has the form `description` gives, or is the head of the entries alone.
    package init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let entries = ChainHead(String(parts[0])) else { return nil }
        var logs: [KeptLog: ChainHead] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, let log = KeptLog(rawValue: String(pair[0])), let head = ChainHead(String(pair[1])),
                logs.updateValue(head, forKey: log) == nil
            else { return nil }
        }
        self.init(entries: entries, logs: logs)
    }
}

/// Rights that are not what the logs of them say: somebody wrote them past the program.
package struct UnloggedRights: Hashable, Sendable {
    /// Accounts whose role, or whether they are active, no line of their log gives.
    package let accounts: [UserID]
    /// Children whose restriction is not the one that was last made.
    package let children: [SubjectID]

    package init(accounts: [UserID], children: [SubjectID]) {
        self.accounts = accounts
        self.children = children
    }

    package var isNone: Bool { accounts.isEmpty && children.isEmpty }
}
