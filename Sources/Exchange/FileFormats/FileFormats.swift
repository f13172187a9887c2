// FileFormats: see docs/architecture.md.
