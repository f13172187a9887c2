import API
import ArgumentParser
import Assurance

/// `sightline estimate`: what so many of a sample say about everybody it was drawn from.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract:
            "Work out what a drawn sample says about its whole frame, as a range that holds at least 95 times in 100.",
        discussion:
            "With --margin instead of --found and --sample: how many files to read for a range of at most so many in 100 either way."
    )

    @Option(help: "How many of the sample were so.")
    var found: Int?

    @Option(help: "How many were drawn and read.")
    var sample: Int?

    @Option(help: "How far the range may reach either way, in children of 100; asks how many to read.")
    var margin: Int?

    @Option(help: "With --margin: how many of 100 are expected to be so. 50 asks for the most.")
    var expected = 50

    @Option(help: "How many they were drawn from.")
    var frame: Int

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    func validate() throws {
        if let margin {
            guard found == nil, sample == nil, (1...50).contains(margin), (0...100).contains(expected), frame > 0 else {
                throw ValidationError(
                    "--margin takes 1 to 50, --expected 0 to 100, and neither --found nor --sample beside it.")
            }
            return
        }
        guard let found, let sample, found >= 0, found <= sample, sample <= frame, sample > 0 else {
            throw ValidationError("A sample of at least one is drawn from its frame, and what was found is part of it.")
        }
    }

    private func sayHowMany(_ margin: Int) {
        let size = SampleSize.forMargin(Double(margin) / 100, expected: Double(expected) / 100, frame: frame)
        guard format == .json else {
            return Output.write(
                "Read \(size) of \(frame): if \(expected) of 100 are so, the range reaches at most \(margin) of 100 either way.\n"
            )
        }
        var json = JSONText()
        json.object { json in
            json.field("frame", frame)
            json.field("margin", margin)
            json.field("expected", expected)
            json.field("sample", size)
        }
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }

    func run() throws {
        if let margin { return sayHowMany(margin) }
        guard let found, let sample, let estimate = SampleEstimate.equal(found: found, of: sample, from: frame),
            let wilson = estimate.wilson
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
