// Program tests.
