import API
import ArgumentParser
import Assurance

/// `sightline estimate`: what so many of a sample say about everybody it was drawn from.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract:
            "Work out what a drawn sample says about its whole frame, as a range that holds at least 95 times in 100.")

    @Option(help: "How many of the sample were so.")
    var found: Int

    @Option(help: "How many were drawn and read.")
    var sample: Int

    @Option(help: "How many they were drawn from.")
    var frame: Int

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    func validate() throws {
        guard found >= 0, found <= sample, sample <= frame, sample > 0 else {
            throw ValidationError("A sample of at least one is drawn from its frame, and what was found is part of it.")
        }
    }

    func run() throws {
        guard let estimate = SampleEstimate.equal(found: found, of: sample, from: frame), let wilson = estimate.wilson
        else { return }
        guard format == .json else {
            return Output.write(
                "\(found) of \(sample) drawn from \(frame): \(estimate.words(of: frame)), 95 times in 100.\n")
        }
        var json = JSONText()
        json.object { json in
            json.field("found", found)
            json.field("sample", sample)
            json.field("frame", frame)
            json.field("lowest", estimate.lowest)
            json.field("highest", estimate.highest)
            json.key("wilson")
            json.array([wilson.lowest, wilson.highest]) { $0.number($1) }
        }
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }
}
