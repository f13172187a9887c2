import API
import ArgumentParser
import Measures

/// `sightline funnel`: the limits of chance around a common share, for teams of any size.
struct FunnelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel",
        abstract: "Print how many of so many lie within the limits of chance around a common share, 95% and 99.8%.",
        discussion: "Exact binomial limits, both ends within.")

    @Option(help: "How many were so, of all.")
    var found: Int

    @Option(help: "How many there are in all.")
    var all: Int

    @Option(help: "The size of a team, or several with commas between.")
    var sizes: String

    func validate() throws {
        guard all > 0, (0...all).contains(found), !read.contains(nil) else {
            throw ValidationError("--found is at most --all, and --sizes whole numbers from 1 to 1,000,000.")
        }
    }

    func run() {
        var json = JSONText()
        json.array(read.compactMap(\.self)) { json, size in
            let limits = FunnelPlot.limits(of: size, share: Double(found) / Double(all))
            json.object { json in
                json.field("size", size)
                json.field("low95", limits.within95.lowerBound)
                json.field("high95", limits.within95.upperBound)
                json.field("low998", limits.within998.lowerBound)
                json.field("high998", limits.within998.upperBound)
            }
        }
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }

    private var read: [Int?] {
        sizes.split(separator: ",").map { Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil } }
    }
}
