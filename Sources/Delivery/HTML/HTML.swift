// HTML: see docs/architecture.md.
