// Pages: see docs/architecture.md.
