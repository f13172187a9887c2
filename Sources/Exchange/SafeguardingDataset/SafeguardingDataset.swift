// SafeguardingDataset: see docs/architecture.md.
