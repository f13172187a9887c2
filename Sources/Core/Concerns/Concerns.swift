// Concerns: see docs/architecture.md.
