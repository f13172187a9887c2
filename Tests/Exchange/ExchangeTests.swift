// Exchange tests.
