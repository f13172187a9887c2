// Duties: see docs/architecture.md.
