// Simulation tests.
