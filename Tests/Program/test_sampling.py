"""What a sample says of its frame, against scipy's hypergeometric distribution; and the register's command."""

import json

import pytest
from scipy.stats import hypergeom
from test_command_line import run


def estimate(found, sample, frame):
    done = run("estimate", "--found", found, "--sample", sample, "--frame", frame, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def by_scipy(found, sample, frame):
    """Every count of the frame at which what was found is in neither tail of 2.5%."""
    counts = [count for count in range(found, frame - sample + found + 1)
              if hypergeom.sf(found - 1, frame, count, sample) > 0.025
              and hypergeom.cdf(found, frame, count, sample) > 0.025]
    return min(counts), max(counts)


@pytest.mark.parametrize("frame, sample", [(400, 23), (57, 29), (4000, 23), (1200, 120)])
def test_the_range_is_what_scipy_makes_of_the_same_sample(frame, sample):
    for found in sorted({0, 1, sample // 3, sample // 2, sample - 1, sample}):
        got = estimate(found, sample, frame)
        assert (got["lowest"], got["highest"]) == by_scipy(found, sample, frame)


def test_the_range_covers_95_in_100_at_every_true_count_of_400():
    ranges = [estimate(found, 23, 400) for found in range(24)]
    for such in range(401):
        covered = sum(hypergeom.pmf(found, 400, such, 23) for found in range(24)
                      if ranges[found]["lowest"] <= such <= ranges[found]["highest"])
        assert covered >= 0.95, such


@pytest.mark.parametrize("found, sample, frame", [(8, 7, 10), (-1, 7, 10), (3, 11, 10), (0, 0, 10)])
def test_a_sample_that_cannot_be_is_refused(found, sample, frame):
    done = run("estimate", f"--found={found}", "--sample", sample, "--frame", frame)
    assert done.returncode == 2 and not done.stdout


def test_limiting_rules_give_every_published_grade_where_they_bind():
    replay = json.loads(run("register", "replay", "--format", "json").stdout)
    assert (replay["rows"], replay["bound"], replay["agree"]) == (479, 72, 72)
    assert [(row["council"], row["code"]) for row in replay["exceptions"]] == [
        ("Brent", "no-overall-grade"), ("Somerset", "no-overall-grade"), ("Trafford", "lowest-without-a-rule")]


def test_a_framework_nobody_knows_is_refused():
    assert run("register", "list", "--framework", "sif-2030").returncode == 2


def width(sample, expected, frame):
    """How many counts of the frame the range leaves, where as many are found as are expected, the half rounded away from 0."""
    low, high = by_scipy(int(expected / 100 * sample + 0.5), sample, frame)
    return high - low


@pytest.mark.parametrize("frame, margin, expected", [(400, 10, 50), (57, 15, 30), (4000, 5, 20), (1200, 20, 50), (9, 1, 50)])
def test_as_many_are_asked_for_as_the_range_needs_and_no_more(frame, margin, expected):
    done = run("estimate", "--margin", margin, "--expected", expected, "--frame", frame, "--format", "json")
    assert done.returncode == 0, done.stderr
    size = json.loads(done.stdout)["sample"]
    allowed = 2 * margin / 100 * frame
    assert width(size, expected, frame) <= allowed + 1e-9
    assert size == 1 or width(size - 1, expected, frame) > allowed - 1e-9


@pytest.mark.parametrize("more", [["--margin=0"], ["--margin=51"], ["--margin=5", "--expected=101"],
                                  ["--margin=5", "--found=1", "--sample=2"]])
def test_a_margin_nobody_can_mean_is_refused(more):
    assert run("estimate", "--frame", 400, *more).returncode == 2
