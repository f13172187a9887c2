// Delivery tests.
