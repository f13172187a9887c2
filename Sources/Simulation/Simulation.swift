// Simulation: see docs/architecture.md.
