// CINCensus: see docs/architecture.md.
