// Measures: see docs/architecture.md.
