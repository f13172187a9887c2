# Every target may be run again at any time; what is already there is not done twice.

# The manifest alone does not stop a target from importing one it does not name; this does.
CHECKED := --explicit-target-dependency-import-check error
SWIFT_SOURCES := Sources Tests Package.swift

.PHONY: setup build run test bench check format

setup:
	@scripts/setup

build: setup
	swift build --configuration release --product sightline $(CHECKED)

run: build
	.build/release/sightline serve --demo

test:
	@scripts/test $(CHECKED)

bench:
	@scripts/setup --bench
	swift build --configuration release --product sightline $(CHECKED)
	@scripts/bench

check:
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	@scripts/check-architecture

format:
	swift format --in-place --parallel --recursive $(SWIFT_SOURCES)
