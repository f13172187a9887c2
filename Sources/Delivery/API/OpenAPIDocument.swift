/// The description of the API (OpenAPI 3.1), as values that are written as JSON.
package struct OpenAPIDocument: Sendable {
    /// One address, asked for with GET.
    package struct Operation: Sendable {
        /// Below `/api/v1`, with its parts in braces.
        package let path: String
        package let id: String
        package let summary: String
        package let parameters: [Parameter]
        /// What the answer holds, by name; each is described in words.
        package let answer: [Field]

        package init(
            _ path: String, id: String, summary: String, parameters: [Parameter] = [], answer: [Field]
        ) {
            self.path = path
            self.id = id
            self.summary = summary
            self.parameters = parameters
            self.answer = answer
        }
    }

    package struct Parameter: Sendable {
        package let name: String
        package let words: String
        package let isInPath: Bool

        package init(_ name: String, _ words: String, isInPath: Bool = false) {
            self.name = name
            self.words = words
            self.isInPath = isInPath
        }
    }

    package struct Field: Sendable {
        package enum Kind: String, Sendable {
            case text = "string", number = "integer", flag = "boolean", list = "array", object
        }

        package let name: String
        package let kind: Kind
        package let words: String

        package init(_ name: String, _ kind: Kind, _ words: String) {
            self.name = name
            self.kind = kind
            self.words = words
        }
    }

    package static let base = "/api/v1"

    package let operations: [Operation]

    package init(_ operations: [Operation] = OpenAPIDocument.served) {
        self.operations = operations
    }

    /// Every path there is, whole: `/api/v1/today`.
    package var paths: [String] { operations.map { OpenAPIDocument.base + $0.path } }

    package var json: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("openapi", "3.1.0")
            json.key("info")
            json.object {
                $0.field("title", "Sightline")
                $0.field("version", "1")
                $0.field("description", OpenAPIDocument.words)
            }
            json.key("paths")
            json.object { json in
                for operation in operations {
                    json.key(OpenAPIDocument.base + operation.path)
                    json.object { $0.get(operation) }
                }
            }
            json.key("components")
            json.object { $0.components() }
            json.security()
        }
        return json.bytes
    }

    private static let words = """
        The same record, the same access rules and the same access log as the pages. A check that cannot be made is \
        null or listed as not checkable, never nought.
        """
}

extension JSONText {
    fileprivate mutating func get(_ operation: OpenAPIDocument.Operation) {
        key("get")
        object { json in
            json.field("operationId", operation.id)
            json.field("summary", operation.summary)
            json.key("parameters")
            json.array(operation.parameters) { $0.parameter($1) }
            json.key("responses")
            json.object { json in
                json.key("200")
                json.object { $0.content(operation.summary, operation.answer) }
                json.key("default")
                json.object { $0.field("$ref", "#/components/responses/Refused") }
            }
        }
    }

    private mutating func parameter(_ parameter: OpenAPIDocument.Parameter) {
        object { json in
            json.field("name", parameter.name)
            json.field("in", parameter.isInPath ? "path" : "query")
            json.field("required", parameter.isInPath)
            json.field("description", parameter.words)
            json.key("schema")
            json.object { $0.field("type", "string") }
        }
    }

    private mutating func content(_ words: String, _ fields: [OpenAPIDocument.Field]) {
        field("description", words)
        key("content")
        object { json in
            json.key("application/json")
            json.object { json in
                json.key("schema")
                json.object { $0.properties(fields) }
            }
        }
    }

    private mutating func properties(_ fields: [OpenAPIDocument.Field]) {
        field("type", "object")
        key("properties")
        object { json in
            for field in fields {
                json.key(field.name)
                json.object {
                    $0.field("type", field.kind.rawValue)
                    $0.field("description", field.words)
                }
            }
        }
    }

    fileprivate mutating func components() {
        key("responses")
        object { json in
            json.key("Refused")
            json.object {
                $0.content("Why it was not answered.", [.init("error", .object, "A code, a message and a reference.")])
            }
        }
        key("securitySchemes")
        object { json in
            json.key("session")
            json.object {
                $0.field("type", "apiKey")
                $0.field("in", "cookie")
                $0.field("name", "sightline_session")
            }
        }
    }

    /// Every operation needs a session, and no scope besides.
    fileprivate mutating func security() {
        key("security")
        array(["session"]) { json, scheme in
            json.object { json in
                json.key(scheme)
                json.array([Never]()) { _, _ in }
            }
        }
    }
}
