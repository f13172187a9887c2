"""Compares the bank holidays this project ships with an independent list of them.

    .venv/bin/python scripts/prove-calendar.py Data/bank-holidays-england-and-wales.csv

Says for every day from 2005 to 2028 whether it is a working day in England, once from the file and once from the
`holidays` library, and prints every day on which the two disagree. Exits 1 if there is one, 2 if the file is unusable.
"""

import csv
import datetime
import sys

import holidays

FIRST_YEAR, LAST_YEAR = 2005, 2028

# Days on which the library is known to be wrong, each with the source that says so: {"2031-01-01": "..."}.
LIBRARY_IS_WRONG: dict[str, str] = {}


def main(path: str) -> int:
    shipped, faults = read(path)
    for fault in faults:
        print(f"{path}: {fault}", file=sys.stderr)
    if faults:
        return 2

    independent = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    days = differences = known = 0
    for day in every_day():
        days += 1
        if works(day, shipped) == works(day, independent):
            continue
        if day.isoformat() in LIBRARY_IS_WRONG:
            known += 1
            print(f"{day}: known difference: {LIBRARY_IS_WRONG[day.isoformat()]}")
            continue
        differences += 1
        print(f"{day} ({day:%A}): file says {shipped.get(day, 'no holiday')!r}, "
              f"library says {independent.get(day, 'no holiday')!r}")

    print(f"{days} days compared, {differences} differences, {known} known")
    return 1 if differences else 0


def read(path: str) -> tuple[dict[datetime.date, str], list[str]]:
    """The file's holidays by day, and what is wrong with the file itself."""
    shipped: dict[datetime.date, str] = {}
    faults: list[str] = []
    previous = None
    with open(path, encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            try:
                day = datetime.date.fromisoformat(row["date"])
            except (KeyError, TypeError, ValueError):
                faults.append(f"row {number}: no date that can be read")
                continue
            if previous is not None and day <= previous:
                faults.append(f"row {number}: {day} does not come after {previous}")
            if day.weekday() >= 5:
                faults.append(f"row {number}: {day} is a {day:%A}; its substitute day belongs here")
            if not row.get("name") or not row.get("source"):
                faults.append(f"row {number}: {day} has no name or no source")
            shipped[day] = row.get("name") or ""
            previous = day
    years = {day.year for day in shipped}
    faults += [f"no day in {year}" for year in range(FIRST_YEAR, LAST_YEAR + 1) if year not in years]
    return shipped, faults


def every_day():
    day = datetime.date(FIRST_YEAR, 1, 1)
    while day.year <= LAST_YEAR:
        yield day
        day += datetime.timedelta(days=1)


def works(day: datetime.date, bank_holidays) -> bool:
    return day.weekday() < 5 and day not in bank_holidays


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: prove-calendar.py <bank holidays, csv>")
    sys.exit(main(sys.argv[1]))
