// Record tests.
