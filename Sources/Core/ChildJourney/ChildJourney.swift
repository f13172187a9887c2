// ChildJourney: see docs/architecture.md.
