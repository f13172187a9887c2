// Stories: see docs/architecture.md.
