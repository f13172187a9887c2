// RecordKeeping: see docs/architecture.md.
