/// Where the style sheet and the script are served from; the server adds a hash of what they hold.
package struct AssetAddresses: Sendable {
    package var styleSheet: String
    package var script: String

    package init(styleSheet: String = "/assets/sightline.css", script: String = "/assets/sightline.js") {
        self.styleSheet = styleSheet
        self.script = script
    }
}
