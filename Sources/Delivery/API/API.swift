// API: see docs/architecture.md.
