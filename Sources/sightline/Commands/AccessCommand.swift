import API
import AccessRules
import ArgumentParser
import Server

/// `sightline access`: who may do what, on which address, as the rules say.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Print what each role may do, and on which address.")

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    private struct Rule {
        let role: Role
        let verb: Verb
        /// An address, or what is done where nothing is asked over an address.
        let what: String
        var isAllowed: Bool { role.mayDo.contains(verb) }
        var because: String {
            "\(role.words): \(isAllowed ? "is here to" : "is not here to") \(verb.words)"
        }
    }

    private var rules: [Rule] {
        var whats: [(Verb, String)] = []
        for verb in Verb.allCases {
            whats.append((verb, verb.concernsOneChild ? "a child" : "the council"))
            for route in RouteLeave.all {
                if case .anyOf(let verbs) = route.need, verbs.contains(verb) {
                    whats.append((verb, "\(route.method) \(route.path)"))
                }
            }
        }
        return Role.allCases.flatMap { role in whats.map { Rule(role: role, verb: $0.0, what: $0.1) } }
    }

    func run() throws {
        let rules = rules
        if format == .json {
            var json = JSONText()
            json.object { json in
                json.key("roles")
                json.array(Role.allCases) { $0.text($1.rawValue) }
                json.key("rules")
                json.array(rules) { json, rule in
                    json.object {
                        $0.field("role", rule.role.rawValue)
                        $0.field("verb", rule.verb.rawValue)
                        $0.field("what", rule.what)
                        $0.field("allowed", rule.isAllowed)
                        $0.field("because", rule.because)
                    }
                }
            }
            return Output.write(json.bytes + [UInt8(ascii: "\n")])
        }
        var text = ""
        for role in Role.allCases {
            text += "\(role.words)\n"
            for rule in rules where rule.role == role && !rule.what.contains("/") {
                text += "  \(rule.isAllowed ? "may    " : "may not") \(rule.verb.words)\n"
            }
        }
        Output.write(text)
    }
}
