// Casework: see docs/architecture.md.
