"""The measures of a simulated council, counted again in SQL by a script that shares no code with the program."""
import csv
import io
import json
import subprocess
import sys

import pytest
from test_command_line import ROOT, run

DAY = "2026-03-31"


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    folder = tmp_path_factory.mktemp("council")
    done = run("simulate", "--children", 1500, "--seed", 11, "--as-of", DAY, "--ssd", folder / "ssd",
               "--truth", folder / "truth.jsonl", "--database", folder / "record.db")
    assert done.returncode == 0, done.stderr
    return folder


def test_every_figure_is_what_sql_counts(council):
    done = run("measures", "--database", council / "record.db", "--as-of", DAY, "--format", "json")
    assert done.returncode == 0, done.stderr
    printed = council / "measures.json"
    printed.write_text(done.stdout)
    checked = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check-measures.py", council / "ssd", council / "truth.jsonl", printed, DAY],
        capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    equal, total = checked.stdout.split()[0], checked.stdout.split()[2]
    assert equal == total and int(total) > 500

    # A figure that is changed is noticed.
    rows = json.loads(done.stdout)
    row = next(r for r in rows if r["measure"] == "re-referrals-within-12-months" and r["numerator"])
    row["numerator"] -= 1
    printed.write_text(json.dumps(rows))
    assert subprocess.run(checked.args, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(("day", "measures"), [("2012-10-31", 26), (DAY, 25)])
def test_what_no_extract_tells_is_counted_again_from_the_entries(tmp_path, day, measures):
    done = run("told-record", "--children", 150, "--as-of", day, "--database", tmp_path / "told.db")
    assert done.returncode == 0, done.stderr
    printed = tmp_path / "measures.json"
    rows = json.loads(run(
        "measures", "--database", tmp_path / "told.db", "--as-of", day, "--format", "json").stdout)
    printed.write_text(json.dumps(rows))
    command = [sys.executable, ROOT / "scripts" / "check-told-measures.py", tmp_path / "told.db", printed, day]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    equal, total = checked.stdout.split()[0], checked.stdout.split()[2]
    assert equal == total and int(total) > 500 and f"of {measures} measures" in checked.stdout

    row = next(r for r in rows if r["measure"] == "supervision-on-time" and r["numerator"])
    row["numerator"] -= 1
    printed.write_text(json.dumps(rows))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_children_at_potential_risk_are_as_many_as_a_check_of_the_same_extract_finds(council):
    rows = json.loads(run(
        "measures", "--database", council / "record.db", "--as-of", DAY, "--format", "json").stdout)
    row = next(r for r in rows if r["measure"] == "children-left-at-potential-risk" and r["period"] == DAY)
    report = json.loads(run("check", council / "ssd", "--as-of", DAY, "--format", "json").stdout)
    assert row["team"] is None
    assert row["numerator"] == report["threeCounts"]["leftAtPotentialRisk"] > 0


def test_what_the_source_cannot_answer_says_why_and_has_no_value(council):
    rows = json.loads(run("measures", "--database", council / "record.db", "--format", "json").stdout)
    assert set(rows[0]) >= {"measure", "period", "team", "numerator", "denominator", "value", "source"}
    blind = [r for r in rows if r["measure"] == "supervision-on-time"]
    assert [r["value"] for r in blind] == [None] and blind[0]["numerator"] is None
    assert "does not say" in blind[0]["because"]


def test_a_table_for_a_spreadsheet_holds_the_same_figures(council):
    arguments = ["measures", "--database", council / "record.db", "--as-of", DAY, "--format"]
    rows = json.loads(run(*arguments, "json").stdout)
    table = list(csv.DictReader(io.StringIO(run(*arguments, "csv").stdout)))
    assert len(table) == len(rows)
    for row, cells in zip(rows, table):
        assert (row["measure"], row["period"], row["team"] or "") == (
            cells["measure"], cells["period"], cells["team"])
        assert ("" if row["value"] is None else float(row["value"])) == (
            float(cells["value"]) if cells["value"] else "")


@pytest.mark.parametrize("arguments", [
    ["--database", "nowhere.db"], ["--as-of", "31/31/2026"], ["--format", "html"]])
def test_what_cannot_be_read_is_two(arguments):
    assert run("measures", *arguments).returncode == 2
