"""Writes the calendar fixtures beside this file, from sources that share nothing with this project's own calendar.

    .venv/bin/python Tests/Fixtures/calendar/make-london.py

london-transitions.csv: every instant from 2005 to 2028 at which London's clocks change, from the time zone database,
with the offset from UTC that holds from then on. working-days.csv: day n of a count in working days, from the
`holidays` library; the day after the start is day 1, and day 0 is the start or else the last working day before it.
"""

import csv
import datetime
import pathlib
import zoneinfo

import holidays

HERE = pathlib.Path(__file__).parent
FIRST_YEAR, LAST_YEAR = 2005, 2028
FIRST, LAST = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
COUNTS = (0, 1, 2, 5, 10, 15, 35, 45, 70)
ONE_DAY = datetime.timedelta(days=1)

BANK_HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))


def london_transitions():
    """(instant, minutes ahead of UTC from then on), found by looking at every quarter of an hour."""
    london = zoneinfo.ZoneInfo("Europe/London")
    instant = datetime.datetime(FIRST_YEAR, 1, 1, tzinfo=datetime.timezone.utc)
    before = instant.astimezone(london).utcoffset()
    while instant.year <= LAST_YEAR:
        offset = instant.astimezone(london).utcoffset()
        if offset != before:
            yield instant.strftime("%Y-%m-%dT%H:%M:%SZ"), int(offset.total_seconds() // 60)
            before = offset
        instant += datetime.timedelta(minutes=15)


def works(day: datetime.date) -> bool:
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def due(start: datetime.date, count: int) -> datetime.date | None:
    """Day `count`, walked one day at a time; nothing when it falls outside the years known."""
    day = start
    while count == 0 and not works(day):
        day -= ONE_DAY
    while count > 0:
        day += ONE_DAY
        count -= works(day)
    return day if FIRST <= day <= LAST else None


def starts() -> list[datetime.date]:
    """Every first of a month, and the days around every bank holiday and over the weekend beside it."""
    days = {datetime.date(year, month, 1) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)}
    for holiday in BANK_HOLIDAYS:
        days |= {holiday + offset * ONE_DAY for offset in (-3, -2, -1, 0, 1)}
    return sorted(day for day in days if FIRST <= day <= LAST)


def working_days():
    """Two counts for each start, going round all of them, so that every count meets every kind of start."""
    turn = 0
    rows = {(datetime.date(2023, 5, 9), 70)}
    for start in starts():
        for _ in range(2):
            rows.add((start, COUNTS[turn % len(COUNTS)]))
            turn += 1
    for start, count in sorted(rows):
        day = due(start, count)
        if day is not None:
            yield start.isoformat(), count, day.isoformat()


def write(name: str, header: tuple[str, ...], rows: list) -> None:
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    transitions = list(london_transitions())
    assert len(transitions) == 2 * (LAST_YEAR - FIRST_YEAR + 1), "two changes a year"
    counted = list(working_days())
    # A published deadline: Ofsted's report on Stockton came out on 9 May 2023, its action plan was due on 16 August.
    assert ("2023-05-09", 70, "2023-08-16") in counted, "the published 70 working days"
    write("london-transitions.csv", ("instant", "utc_offset_minutes"), transitions)
    write("working-days.csv", ("start_day", "n", "due"), counted)
