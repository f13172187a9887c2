import API
import ArgumentParser
import Assurance
import Standards
import WorkingDays

/// `sightline register`: what published inspections found.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Look through the inspections that were published.",
        subcommands: [ListCommand.self, ReplayCommand.self])

    /// `sightline register list`: the rows, by council and then by day.
    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Print published inspections, with source and confidence.")

        @Option(help: "Only this council, by name or part of it.")
        var council: String?

        @Option(help: "Only this framework: ilacs-2023, sif, ucra.")
        var framework: String?

        @Option(help: "How to print: table or json.")
        var format: OutputFormat = .table

        @OptionGroup var data: DataOptions

        func run() async throws {
            let (frameworks, register) = try data.register()
            if let framework, frameworks[framework] == nil {
                throw ValidationError("There is no framework called \(framework).")
            }
            let shown = register.filter { inspection in
                (council.map { inspection.council.lowercased().contains($0.lowercased()) } ?? true)
                    && (framework.map { inspection.framework == $0 } ?? true)
            }.sorted { ($0.council, $0.orderingDay?.number ?? 0) < ($1.council, $1.orderingDay?.number ?? 0) }
            guard format == .json else {
                let lines = shown.map { inspection in
                    let name = frameworks[inspection.framework]?.id ?? inspection.framework
                    let grade =
                        inspection.overall?.words ?? (inspection.hasPriorityAction == true ? "priority action" : "-")
                    return
                        "\(inspection.orderingDay?.description ?? "          ")  \(name)  \(inspection.council): \(grade)"
                }
                return Output.write((lines + ["\(shown.count) inspections"]).joined(separator: "\n") + "\n")
            }
            var json = JSONText()
            json.array(shown) { $0.inspection($1) }
            Output.write(json.bytes + [UInt8(ascii: "\n")])
        }
    }

    /// `sightline register replay`: limiting rules against what was published.
    struct ReplayCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Put each framework's limiting rules to every published row, and list where they differ.")

        @Option(help: "How to print: table or json.")
        var format: OutputFormat = .table

        @OptionGroup var data: DataOptions

        func run() async throws {
            let (frameworks, register) = try data.register()
            let replay = Replay(register.filter { frameworks[$0.framework]?.isGraded ?? true }, under: frameworks)
            guard format == .json else {
                var lines = [
                    "\(replay.rows) published inspections",
                    "\(replay.bound) in which a limiting rule leaves one overall grade; it was published in \(replay.agree)",
                    "\(replay.withinALimit) in which a rule leaves several, the published one among them",
                ]
                lines += replay.exceptions.map {
                    "\($0.inspection.council), \($0.inspection.beganOn?.description ?? "?"): \($0.reason.words)"
                }
                return Output.write(lines.joined(separator: "\n") + "\n")
            }
            var json = JSONText()
            json.object { json in
                json.field("rows", replay.rows)
                json.field("bound", replay.bound)
                json.field("agree", replay.agree)
                json.field("withinALimit", replay.withinALimit)
                json.key("exceptions")
                json.array(replay.exceptions) { json, exception in
                    json.object { json in
                        json.field("council", exception.inspection.council)
                        json.field("framework", exception.inspection.framework)
                        json.field("beganOn", exception.inspection.beganOn?.description)
                        json.field("overall", exception.inspection.overall?.rawValue)
                        json.field("code", exception.reason.rawValue)
                        json.field("reason", exception.reason.words)
                    }
                }
            }
            Output.write(json.bytes + [UInt8(ascii: "\n")])
        }
    }
}

extension DataOptions {
    /// The frameworks, and every published inspection under them.
    fileprivate func register() throws -> (InspectionFrameworks, [PublishedInspection]) {
        do {
            let folder = try StandardsFolder.find(data, program: Self.program)
            let frameworks = try folder.frameworks()
            return (frameworks, try folder.register(under: frameworks))
        } catch {
            Output.write("sightline: \(error)\n", toError: true)
            throw ExitCode(2)
        }
    }
}

extension JSONText {
    fileprivate mutating func inspection(_ inspection: PublishedInspection) {
        object { json in
            json.field("council", inspection.council)
            json.field("framework", inspection.framework)
            json.field("kind", inspection.kind)
            json.field("beganOn", inspection.beganOn?.description)
            json.field("endedOn", inspection.endedOn?.description)
            json.field("publishedOn", inspection.publishedOn?.description)
            json.key("grades")
            json.object { json in
                for (area, grade) in inspection.grades.sorted(by: { $0.key < $1.key }) {
                    json.field(area, grade.rawValue)
                }
            }
            json.field("priorityAction", inspection.hasPriorityAction)
            json.field("source", inspection.source)
            json.field("confidence", inspection.confidence)
        }
    }
}
