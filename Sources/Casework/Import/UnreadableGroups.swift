import CINCensus
import Foundation
import RecordKeeping

/// The text of census groups that could not be placed, taken from the file again so that it can be kept.
struct UnreadableGroups {
    private static let longestGroup = 200

    let path: String
    let file: String

    func rows(_ groups: [CensusReader.UnreadableGroup]) -> [UnreadableRow] {
        guard !groups.isEmpty, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return groups.map { group in
            let first = group.lines.lowerBound - 1
            var raw: [Substring] = []
            for line in lines.dropFirst(first).prefix(Self.longestGroup) {
                raw.append(line)
                if line.contains("\(group.group)>"), line.contains("</") { break }
            }
            return UnreadableRow(
                file: file, line: group.lines.lowerBound, raw: raw.joined(separator: "\n"),
                because: "group-without-date")
        }
    }
}
