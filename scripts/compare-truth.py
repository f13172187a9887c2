#!/usr/bin/env python3
"""Compares what `sightline check` finds with what the simulator planned: recall and precision, onset day included.

Usage: compare-truth.py PROGRAM [--children N] [--seeds 1,2,3,4,5]
Exit code 0 when every concern planned was found on its day, and nothing else was.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

SERVICE = {"caseload-over", "thresholds-inconsistent"}
AS_OF = "2026-03-31"


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command[:2])} failed: {done.stderr.decode()}")
    return done.stdout


def planned(path, source):
    found = collections.Counter()
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if source in row["visibleIn"]:
            about = None if row["concern"] in SERVICE else row["about"]
            found[row["child"], row["concern"], about, row["onset"]] += 1
    return found


def checked(output):
    report = json.loads(output)
    found = collections.Counter()
    for row in report["concerns"]:
        found[row["child"], row["concern"], row["about"], row["onset"]] += 1
    for row in report["service"]:
        found[row["subject"], row["concern"], None, row["onset"]] += 1
    return found


def compare(truth, found):
    codes = sorted({key[1] for key in truth} | {key[1] for key in found})
    wrong = 0
    for code in codes:
        of_truth = collections.Counter({k: n for k, n in truth.items() if k[1] == code})
        of_found = collections.Counter({k: n for k, n in found.items() if k[1] == code})
        missed = sum((of_truth - of_found).values())
        invented = sum((of_found - of_truth).values())
        wrong += missed + invented
        if missed or invented:
            example = next(iter((of_truth - of_found) or (of_found - of_truth)))
            print(f"    {code}: missed {missed}, invented {invented}, such as {example}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--children", type=int, default=20000)
    parser.add_argument("--seeds", default="1,2,3,4,5")
    options = parser.parse_args()
    wrong = 0
    for seed in options.seeds.split(","):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            census, extract, truth = place / "census.xml", place / "extract", place / "truth.jsonl"
            run(options.program, "simulate", "--children", str(options.children), "--seed", seed, "--census",
                str(census), "--ssd", str(extract), "--truth", str(truth))
            for source, path in (("census", census), ("ssd", extract)):
                expected = planned(truth, source)
                found = checked(run(options.program, "check", str(path), "--as-of", AS_OF, "--format", "json"))
                kinds = len({key[1] for key in expected})
                print(f"seed {seed}, {source}: {sum(expected.values())} planned of {kinds} kinds, "
                      f"{sum(found.values())} found", flush=True)
                wrong += compare(expected, found)
    print("recall and precision are both exactly 1" if not wrong else f"{wrong} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
