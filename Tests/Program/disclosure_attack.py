"""Attacks published figures: for every hidden count, the smallest and the greatest it can be, by integer programming.

It knows how the tables add up, that counts are whole and not negative, that nothing is above its denominator, and that tables of the
same things have the same denominators. It shares no code with the program that hid them.
"""
import re

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

SMALL = {1, 2, 3, 4}


class Table:
    """Cells with a part and a rest; a cell is the sum of its parts in each of its breakdowns."""

    def __init__(self):
        self.cells = {}
        self.sums = []

    def cell(self, name, denominator=None, numerator=None, hidden=False, share=True):
        self.cells[name] = (denominator, numerator, hidden, share)

    def adds_up(self, whole, parts):
        self.sums.append((whole, list(parts)))

    def bounds(self, wholes=None):
        """Of each hidden cell: the range of its denominator, its numerator and what is left. `wholes` are known from elsewhere."""
        place = {name: index for index, name in enumerate(self.cells)}
        size = 2 * len(place)
        rows, right = [], []

        def equal(terms, value):
            row = np.zeros(size)
            for index, sign in terms:
                row[index] += sign
            rows.append(row)
            right.append(value)

        for whole, parts in self.sums:
            for side in (0, 1):
                equal([(2 * place[whole] + side, 1), *((2 * place[part] + side, -1) for part in parts)], 0)
        for name, (denominator, numerator, hidden, share) in self.cells.items():
            part, rest = 2 * place[name], 2 * place[name] + 1
            if not hidden and denominator is not None:
                equal([(part, 1), (rest, 1)], denominator)
                if share:
                    equal([(part, 1)], numerator)
            elif wholes and name in wholes:
                equal([(part, 1), (rest, 1)], wholes[name])
        if rows:
            matrix, values = np.array(rows), np.array(right, dtype=float)
            constraints = LinearConstraint(matrix, values, values)
        else:
            constraints = ()
        found = {}
        for name, (_, _, hidden, share) in self.cells.items():
            if not hidden:
                continue
            part, rest = 2 * place[name], 2 * place[name] + 1
            for kind, terms in (("of", (part, rest)), *((("so", (part,)), ("not", (rest,))) if share else ())):
                aim = np.zeros(size)
                aim[list(terms)] = 1
                ends = []
                for sign in (1, -1):
                    solved = milp(sign * aim, constraints=constraints, integrality=np.ones(size),
                                  bounds=Bounds(0, 100_000))
                    assert solved.status == 0, (name, kind, solved.message)
                    ends.append(round(sign * solved.fun))
                found[name, kind] = tuple(ends)
        return found


def narrowed(bounds):
    """Counts that can still be small, but no longer any of 1, 2, 3 and 4."""
    return {cell: ends for cell, ends in bounds.items()
            if 0 < len(SMALL & set(range(ends[0], min(ends[1], 4) + 1))) < len(SMALL)}


def of_figures(rows):
    """The tables of `sightline published-figures`, one for each measure and, where months do not add up, each month."""
    tables = {}
    for measure in dict.fromkeys(row["measure"] for row in rows):
        own = [row for row in rows if row["measure"] == measure]
        share = own[0]["unit"] != "days"
        happened = any(row["periodKind"] == "year" for row in own)
        table = Table()
        name = lambda row: (row["group"], row["team"], row["period"])
        for row in own:
            table.cell(name(row), row["denominator"], row["numerator"], row["hidden"], share)
        council = [row for row in own if row["group"] == "council"]
        months = [row for row in council if row["periodKind"] == "month"]
        months.sort(key=lambda row: row["period"], reverse=True)
        if happened:
            year = next(row for row in council if row["periodKind"] == "year")
            # Months that are printed no longer were printed before: whoever kept them has them, or knows that they were hidden.
            first, last = (day[:7] for day in year["period"].split("/"))
            inside = [row for row in months if first <= row["period"] <= last]
            assert len(inside) == 12, "the figures of a March have every month of their year"
            table.adds_up(name(year), map(name, inside))
        whole = year if happened else months[0]
        for parent in [whole] + [row for row in own if row["group"] == "branch"]:
            parts = [row for row in own if row["group"] != "council" and row["partOf"] == parent["group"]
                     and row["partOfTeam"] == parent["team"]]
            if parts:
                table.adds_up(name(parent), map(name, parts))
        tables[measure] = table
    return tables


def known_wholes(tables):
    """Denominators one measure hides and another of the same things shows."""
    shown = {measure: {name: cell[0] for name, cell in table.cells.items() if not cell[2]}
             for measure, table in tables.items()}
    known = {}
    for measure, own in shown.items():
        known[measure] = {}
        for other, others in shown.items():
            both = own.keys() & others.keys()
            if other != measure and len(both) >= 5 and all(own[name] == others[name] for name in both):
                known[measure].update(others)
    return known


NUMBER = re.compile(r"^(?P<value>[0-9.]+)(?P<unit>%| days)?(?: \((?:(?P<so>[0-9]+) )?of (?P<of>[0-9]+)\))?$")


def said(words):
    """(denominator, numerator, hidden) of what a pack prints of one figure; a count by itself is of so many."""
    if words == "hidden":
        return None, None, True
    if words.startswith("nothing to count"):
        return 0, 0, False
    found = NUMBER.match(words)
    assert found, words
    if found["of"] is None:
        return int(found["value"]), int(found["value"]), False
    of = int(found["of"])
    return of, None if found["so"] is None else int(found["so"]), False


def of_packs(packs, figures):
    """The tables of a committee's packs of several months, taken together; who adds up to what is as in the published figures of
    the last. Months are cells of their own, and so is each team's month that nobody prints."""
    tables = {}
    ids = {run["title"]: run["id"] for section in packs[0]["sections"]
           for run in section["runs"] + (section.get("furtherRuns") or [])}
    happened = {row["measure"] for row in figures if row["periodKind"] == "year"}
    shares = {row["measure"] for row in figures if row["unit"] != "days"}
    for pack in packs:
        to = pack["to"][:7]
        for section in pack["sections"]:
            for run in section["runs"] + (section.get("furtherRuns") or []):
                table = tables.setdefault(run["id"], Table())
                for month, words in zip(run["months"], run["words"], strict=True):
                    told(table, ("council", month), said(words), run["id"] in shares)
            if section["heading"] != "By team":
                continue
            for title, council, teams in section["tables"][0]["rows"] if section["tables"] else []:
                measure = ids[title]
                table, share = tables[measure], measure in shares
                ended = f"{int(to[:4]) - (to[5:] < '03')}-03"
                period = f"year to {ended}" if measure in happened else to
                whole = ("council", period)
                told(table, whole, said(council), share)
                cells = dict(one.rsplit(": ", 1) for one in teams.split("; "))
                branches = [name for name in cells if name.endswith(", all teams")]
                assert len(branches) <= 1, "who is part of which branch is in no pack of more than one"
                for name, words in cells.items():
                    told(table, (name, period), said(words), share)
                inside = [name for name in cells if name not in branches and name != "No team"]
                if branches:
                    table.adds_up((branches[0], period), [(name, period) for name in inside])
                table.adds_up(whole, [(name, period) for name in (branches or inside) + ["No team"] if name in cells])
                if measure in happened:
                    months = months_to(ended)
                    for name in [*cells, "council"]:
                        for month in months:
                            if (name, month) not in table.cells:
                                table.cell((name, month), hidden=True, share=share)
                        table.adds_up((name, period), [(name, month) for month in months])
    return tables


def told(table, name, figure, share):
    """What one pack prints another may hide: whoever has both knows it."""
    of, so, hidden = figure
    if name not in table.cells or table.cells[name][2]:
        table.cell(name, of, so, hidden, share)
    elif not hidden:
        assert table.cells[name][:2] == (of, so), name


def months_to(last):
    year, month = map(int, last.split("-"))
    count = [year * 12 + month - 1 - back for back in range(12)]
    return [f"{one // 12}-{one % 12 + 1:02}" for one in count]
