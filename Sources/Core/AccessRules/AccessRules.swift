// AccessRules: see docs/architecture.md.
