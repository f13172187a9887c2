// Standards: see docs/architecture.md.
