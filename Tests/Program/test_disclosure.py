"""What is published of small numbers, attacked: no hidden count may be narrowed, and the attack breaks tables that hide too little."""
import csv
import io
import json
import random

import pytest
from disclosure_attack import SMALL, Table, known_wholes, narrowed, of_figures, of_packs
from test_command_line import run


def of_csv(text):
    """The printed table as one attack a root, and what is part of what as it stands there."""
    rows = list(csv.DictReader(io.StringIO(text)))
    tables, root = {}, {}
    for row in rows:
        root[row["cell"]] = root.get(row["part_of"], row["cell"])
        table = tables.setdefault(root[row["cell"]], Table())
        hidden = row["denominator"] == "hidden"
        whole = None if hidden else int(row["denominator"])
        table.cell(row["cell"], whole, None if hidden else int(row["numerator"]), hidden)
    for row in rows:
        parts = [part["cell"] for part in rows if part["part_of"] == row["cell"]]
        if parts:
            tables[root[row["cell"]]].adds_up(row["cell"], parts)
    return tables


def written(path, cells):
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["cell", "part_of", "denominator", "numerator"])
        out.writerows(cells)
    return path


def grown(name, spread, depth=0):
    """A table from its leaves up: [(cell, part of, denominator, numerator)], the whole first."""
    if depth == 2 or depth and random.random() < 0.4:
        of = spread()
        return [(name, None, of, random.choice([0, 0, of, min(of, spread()), random.randint(0, of)]))]
    parts = [grown(f"{name}.{part}", spread, depth + 1) for part in range(random.randint(2, 6))]
    of, so = (sum(part[0][column] for part in parts) for column in (2, 3))
    cells = [(name, None, of, so)]
    for part in parts:
        (first, _, of, so), *rest = part
        cells += [(first, name, of, so), *rest]
    return cells


ADVERSARIAL = [
    ("one small team", [(12, 2), (70, 40), (90, 30)]),
    ("one small team beside one with nobody left", [(60, 2), (70, 70)]),
    ("all small", [(3, 1), (2, 1), (1, 0)]),
    ("two ones in a small total", [(1, 1), (1, 0), (0, 0)]),
    ("small among noughts", [(4, 4), (0, 0), (0, 0), (40, 40)]),
    ("all but two were so", [(50, 48), (6, 6), (5, 5)]),
    ("a sum of exactly five", [(2, 1), (3, 2), (8, 8)]),
    ("nothing", [(0, 0), (0, 0)]),
    ("one dominates", [(3, 1), (5, 5), (900, 899)]),
]


def adversarial():
    cells = []
    for name, parts in ADVERSARIAL:
        cells.append((name, None, sum(part[0] for part in parts), sum(part[1] for part in parts)))
        cells += [(f"{name}, {place}", name, *part) for place, part in enumerate(parts)]
    return cells


def attacked(tables, truth, wholes=None):
    """How many hidden counts there are, those narrowed, and those truly from 1 to 4 of which one is ruled out."""
    count, found, broken = 0, {}, []
    for table in tables.values():
        bounds = table.bounds(wholes)
        count += len(bounds)
        found |= narrowed(bounds)
        for (cell, kind), (low, high) in bounds.items():
            if cell in truth:
                of, so = truth[cell]
                value = {"of": of, "so": so, "not": of - so}[kind]
                if value in SMALL and (low > 1 or high < 4):
                    broken.append((cell, kind, low, high))
    return count, found, broken


@pytest.mark.parametrize("seed", range(4))
def test_no_hidden_count_of_any_table_is_narrowed(seed, tmp_path):
    random.seed(seed)
    spreads = [lambda: random.randint(0, 9), lambda: random.choice([0, 1, 2, 5, 6, 30]), lambda: random.randint(0, 120)]
    cells = adversarial()
    for table in range(30):
        cells += grown(f"t{table}", spreads[table % 3])
    done = run("suppress", written(tmp_path / "table.csv", cells))
    assert done.returncode == 0, done.stderr
    truth = {cell: (of, so) for cell, _, of, so in cells}
    tables = of_csv(done.stdout)
    # As if another table told every denominator that the hiding of denominators alone leaves.
    bare = run("suppress", written(tmp_path / "wholes.csv", [(cell, part, of, of) for cell, part, of, _ in cells]))
    wholes = {row["cell"]: int(row["denominator"]) for row in csv.DictReader(io.StringIO(bare.stdout))
              if row["denominator"] != "hidden"}
    for known in (None, wholes):
        count, found, broken = attacked(tables, truth, known)
        assert count > 200 and not found and not broken


def test_the_attack_breaks_tables_in_which_only_small_numbers_are_hidden(tmp_path):
    random.seed(1)
    cells = adversarial()
    for table in range(20):
        cells += grown(f"t{table}", lambda: random.choice([0, 3, 8, 20, 50]))
    text = "cell,part_of,denominator,numerator\r\n" + "".join(
        f'"{cell}","{part or ""}",' + ("hidden,hidden\r\n" if SMALL & {of, so, of - so} else f"{of},{so}\r\n")
        for cell, part, of, so in cells)
    _, found, broken = attacked(of_csv(text), {cell: (of, so) for cell, _, of, so in cells})
    assert len(found) > 20 and len(broken) > 20


def test_what_need_not_be_hidden_is_shown(tmp_path):
    cells = [("all", None, 100, 50), ("a", "all", 60, 30), ("b", "all", 40, 20)]
    assert "hidden" not in run("suppress", written(tmp_path / "table.csv", cells)).stdout


@pytest.mark.parametrize("cells, words", [
    ([("all", None, 10, 5), ("a", "all", 4, 2)], "do not add up"),
    ([("a", "nowhere", 4, 2)], "part of none"),
    ([("a", None, 4, 5)], "above its denominator"),
])
def test_a_table_that_cannot_be_right_is_refused(cells, words, tmp_path):
    done = run("suppress", written(tmp_path / "table.csv", cells))
    assert done.returncode == 2 and words in done.stderr


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("council")
    done = run("simulate", "--children", 3000, "--seed", 11, "--as-of", "2026-03-31", "--ssd", folder / "ssd",
               "--truth", folder / "truth.jsonl", "--database", folder / "record.db")
    assert done.returncode == 0, done.stderr
    done = run("published-figures", "--database", folder / "record.db", "--as-of", "2026-04-05")
    assert done.returncode == 0, done.stderr
    rows = json.loads(run("measures", "--database", folder / "record.db", "--as-of", "2026-03-31",
                          "--format", "json").stdout)
    return json.loads(done.stdout), rows


def test_no_hidden_count_of_a_council_is_narrowed(published):
    figures, measured = published
    assert {row["period"][:7] for row in figures if row["periodKind"] == "month"} >= {"2026-03", "2025-04"}
    tables = of_figures(figures)
    known = known_wholes(tables)
    count, found, broken = 0, {}, []
    for measure, table in tables.items():
        truth = {("council" if row["team"] is None else "team", row["team"], row["period"]):
                 (row["denominator"], row["numerator"]) for row in measured
                 if row["measure"] == measure and row["numerator"] is not None and row["team"] is None}
        share = all(cell[3] for cell in table.cells.values())
        hidden, narrow, open_ = attacked({measure: table}, truth if share else {}, known[measure])
        count += hidden
        found |= narrow
        broken += open_
    assert count > 100 and not found and not broken
    assert sum(not row["hidden"] for row in figures) > len(figures) / 2
    print(f"{count} hidden counts, {len(found)} narrowed")


def test_a_figure_that_is_shown_is_the_measure(published):
    figures, measured = published
    true = {(row["measure"], row["period"]): row for row in measured if row["team"] is None}
    shown = [row for row in figures if row["group"] == "council" and not row["hidden"]]
    assert shown
    for row in shown:
        same = true[row["measure"], row["period"]]
        assert [row["numerator"], row["denominator"], row["value"]] == [
            same["numerator"], same["denominator"], same["value"]]


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    """A committee's packs of the last twelve months, with those of each team and branch of the last."""
    folder = tmp_path_factory.mktemp("packs")
    done = run("simulate", "--children", 400, "--seed", 11, "--as-of", "2026-03-31", "--ssd", folder / "ssd",
               "--truth", folder / "truth.jsonl", "--database", folder / "record.db")
    assert done.returncode == 0, done.stderr

    def made(kind, on, *more):
        done = run("pack", kind, "--database", folder / "record.db", "--as-of", on, "--format", "json", *more)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    ends = [f"{year}-{month:02}-28" for year, months in ((2025, range(4, 13)), (2026, range(1, 4))) for month in months]
    figures = json.loads(run("published-figures", "--database", folder / "record.db", "--as-of", "2026-03-31").stdout)
    teams = {(row["group"], row["team"]) for row in figures if row["team"]}
    assert {group for group, _ in teams} == {"team", "branch"}
    own = [made(group, "2026-03-31", "--team", team) for group, team in sorted(teams)]
    return [made("committee", on) for on in ends] + [made("committee", "2026-03-31")], own, figures


def test_no_hidden_count_of_a_months_pack_is_narrowed_by_the_pack(packs):
    committee, _, figures = packs
    assert len({pack["to"] for pack in committee}) > 11
    for pack in committee:
        hidden = {measure: table.bounds() for measure, table in of_packs([pack], figures).items()}
        assert sum(map(len, hidden.values())) > 100, pack["to"]
        assert {measure: found for measure, bounds in hidden.items() if (found := narrowed(bounds))} == {}, pack["to"]


def test_the_pack_of_a_team_or_branch_tells_nothing_the_committees_does_not(packs):
    committee, own, _ = packs

    def rows(pack):
        section = next(one for one in pack["sections"] if one["heading"] in ("By team", "This part of the council"))
        return {row[0]: (row[1], dict(one.rsplit(": ", 1) for one in row[2].split("; ")))
                for table in section["tables"] for row in table["rows"]}

    def months(pack):
        return {run["id"]: run["words"] for section in pack["sections"]
                for run in section["runs"] + (section.get("furtherRuns") or [])}

    whole, compared = rows(committee[-1]), 0
    for pack in own:
        assert pack["to"] == committee[-1]["to"] and months(pack) == months(committee[-1])
        for measure, (council, teams) in rows(pack).items():
            assert whole[measure][0] == council
            assert teams.items() <= whole[measure][1].items(), (pack["title"], measure)
            compared += len(teams)
    assert compared > 20


def test_packs_of_every_month_side_by_side_give_no_hidden_count_away(packs):
    committee, _, figures = packs
    found, hidden, changed = {}, 0, []
    for measure, table in of_packs(committee, figures).items():
        if measure in ("referrals-no-further-action", "re-referrals-within-12-months", "second-or-later-protection-plan"):
            bounds = table.bounds()
            hidden += len(bounds)
            found |= {(measure, *cell): ends for cell, ends in narrowed(bounds).items()}
    assert hidden > 100 and not found

    # A month of what happened is shown or hidden once and for good. One of what stood may be hidden for the sake of its teams, while it is
    # the last; they are then not shown at all.
    happened = {row["measure"] for row in figures if row["periodKind"] == "year"}
    said = {}
    for pack in committee:
        for section in pack["sections"]:
            for run in section["runs"] + (section.get("furtherRuns") or []):
                for month, words in zip(run["months"], run["words"], strict=True):
                    if run["id"] in happened and said.setdefault((run["id"], month), words) != words:
                        changed.append((run["id"], month))
    assert said and not changed
