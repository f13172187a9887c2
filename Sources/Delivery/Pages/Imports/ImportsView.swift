import HTML

struct ImportsView: HTML {
    let page: ImportsPage

    var body: some HTML {
        ErrorSummary(errors: page.upload?.error.map { [FieldError(field: "file", message: $0)] } ?? [])
        h1 { "Imports" }
        p(.class("lede")) {
            "What Sightline rests on. Rows that cannot be read are kept and listed; the others still load."
        }
        if let upload = page.upload {
            UploadFormView(asked: upload)
        }
        h2 { "Loads so far" }
        if page.loads.isEmpty {
            div(.class("empty")) {
                p { strong { "Nothing has been loaded." } }
                p { "Until something is, no check can be made, and no list may be read as clear." }
            }
        } else {
            LoadTable(loads: page.loads)
        }
        PositionBar(position: page.position)
    }
}

private struct UploadFormView: HTML {
    let asked: UploadForm

    var body: some HTML {
        form(.class("upload"), .action(asked.action), .method(.post), .multipart) {
            CSRFField(token: asked.csrfToken)
            div(.class("field")) {
                label(.for("file")) { "File to load" }
                p(.class("hint"), .id("file-hint")) { asked.hint }
                if let error = asked.error {
                    p(.class("error"), .id("file-error")) { error }
                }
                input(
                    .type(.file), .id("file"), .name("file"), .accept(asked.accepts),
                    .aria("describedby", asked.error == nil ? "file-hint" : "file-hint file-error")
                )
                .attributes(.aria("invalid", "true"), when: asked.error != nil)
            }
            .attributes(.class("wrong"), when: asked.error != nil)
            button(.submit, .class("button")) { "Load this file" }
        }
    }
}

private struct LoadTable: HTML {
    let loads: [LoadLine]

    var body: some HTML {
        DataTable(
            caption: "Newest first",
            columns: [
                "File", "When", "State", .number("Added"), .number("Changed"), .number("Unchanged"),
                .number("No longer in source"), .number("To look at"),
            ]
        ) {
            for load in loads {
                TableRow {
                    HeadCell("File") { a(.href(load.href)) { load.file } }
                    Cell("When") { "\(load.when), \(load.loadedBy)" }
                    Cell("State") { LoadStateTag(state: load.state) }
                    Cell("Added", isNumber: true) { "\(Grouped(load.added))" }
                    Cell("Changed", isNumber: true) { "\(Grouped(load.changed))" }
                    Cell("Unchanged", isNumber: true) { "\(Grouped(load.unchanged))" }
                    Cell("No longer in source", isNumber: true) { "\(Grouped(load.noLongerInSource))" }
                    Cell("To look at", isNumber: true) { "\(Grouped(load.diagnostics))" }
                }
            }
        }
    }
}
