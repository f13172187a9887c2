import HTML

/// The seven pictures, drawn once in a page and used by name wherever a concern is shown.
///
/// A broken line stands in each for what is not there.
struct KindSymbols: HTML {
    var body: some HTML {
        svg(.class("symbols"), .width(0), .height(0), .aria("hidden", "true"), .unfocusable) {
            HTMLRaw(
                """
                <symbol id="kind-unseen" viewBox="0 0 24 24">\
                <path d="M2 12c2.4-4.2 5.7-6.3 10-6.3s7.6 2.1 10 6.3c-2.4 4.2-5.7 6.3-10 6.3S4.4 16.2 2 12Z"/>\
                <path d="M5 4l14 16"/></symbol>\
                <symbol id="kind-undecided" viewBox="0 0 24 24"><path d="M12 21.5V14"/>\
                <path d="M12 14L6.7 7.7M12 14l5.3-6.3" stroke-dasharray="1.2 3.2"/>\
                <circle cx="5.5" cy="5" r="2"/><circle cx="18.5" cy="5" r="2"/></symbol>\
                <symbol id="kind-late" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/>\
                <path d="M12 6.5V12l4 2.5"/></symbol>\
                <symbol id="kind-unrecorded" viewBox="0 0 24 24"><path d="M6 3h8l4 4v14H6z"/>\
                <path d="M9 11h6M9 15h6" stroke-dasharray="1 3.2"/></symbol>\
                <symbol id="kind-unshared" viewBox="0 0 24 24"><circle cx="5.5" cy="12" r="3"/>\
                <circle cx="18.5" cy="5.5" r="3"/><circle cx="18.5" cy="18.5" r="3"/>\
                <path d="M8.5 10.5l7-3.5M8.5 13.5l7 3.5" stroke-dasharray="1 3.2"/></symbol>\
                <symbol id="kind-unowned" viewBox="0 0 24 24">\
                <circle cx="12" cy="8" r="4" stroke-dasharray="1.6 3.2"/>\
                <path d="M4 21c.8-4.7 3.5-7 8-7s7.2 2.3 8 7" stroke-dasharray="1.6 3.2"/></symbol>\
                <symbol id="kind-adrift" viewBox="0 0 24 24"><path d="M2 9c2-2 4-2 6 0s4 2 6 0 4-2 6 0"/>\
                <path d="M2 16c2-2 4-2 6 0s4 2 6 0 4-2 6 0" stroke-dasharray="1.6 3.2"/></symbol>
                """)
        }
    }
}

/// One picture beside its word. The word carries the meaning, so the picture is passed over when read aloud.
struct KindMark: HTML {
    let kind: KindIcon

    var body: some HTML {
        svg(.class("icon"), .aria("hidden", "true"), .unfocusable) {
            SVG.use(.symbol(kind.symbol)) {}
        }
    }
}
