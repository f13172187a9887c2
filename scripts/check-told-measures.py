#!/usr/bin/env python3
"""Counts again, from the entries of an invented record, the measures no extract tells: decisions, who took part,
supervision, emergency powers, incidents, unregistered placements and who left.

Usage: check-told-measures.py RECORD.db MEASURES.json REFERENCE-DAY

RECORD.db is what `sightline told-record` wrote, and MEASURES.json what `sightline measures --as-of REFERENCE-DAY --format
json` printed of it. It reads the table of entries and nothing that is worked out from them, shares no code with the
program, and compares every period and team. Measures that count concerns are counted from the table of concerns as it
stands: the concerns themselves are held against planned truth elsewhere. Prints how many figures are equal; ends with 1
if any is not.
"""
import csv
import datetime
import importlib.util
import json
import sqlite3
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("check_measures", HERE / "check-measures.py")
extract = importlib.util.module_from_spec(spec)
spec.loader.exec_module(extract)
calendar = extract.calendar
of = datetime.date.fromisoformat
ONE = datetime.timedelta(1)
LONDON = ZoneInfo("Europe/London")
NEVER = "9"


def later(day, days):
    return str(of(day) + days * ONE)


def working(day, count):
    return str(calendar.due_working(of(day), count))


def months(day, count):
    return str(calendar.add_months(of(day), count))


class Child:
    """What the entries say of one child, by kind, in the order of their days."""

    def __init__(self):
        self.of = {}

    def add(self, kind, body, written):
        self.of.setdefault(kind, []).append((body, written))

    def all(self, kind):
        return [body for body, _ in self.of.get(kind, [])]

    @property
    def leads(self):
        return sorted(
            (lead for lead in self.all("allocation") if lead["role"] == "lead"), key=lambda lead: lead["from"])

    def team(self, day):
        held = [lead.get("team") for lead in self.leads if lead["from"] <= day <= lead.get("until", NEVER)]
        return held[-1] if held else None

    @property
    def open(self):
        """The referral that was taken on, if any: when it began and ended."""
        taken = [one for one in self.all("referral") if not one["noFurtherAction"]]
        return (taken[0]["receivedOn"], taken[0].get("closedOn", NEVER)) if taken else None

    @property
    def plan(self):
        plans = self.all("child-protection-plan")
        return (plans[0]["startedOn"], plans[0].get("endedOn", NEVER)) if plans else None


def read(path):
    children, workers = {}, {}
    # A worker is on the register from the day they were first recorded.
    rows = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(
        "SELECT subject, kind, recorded, CAST(body AS TEXT) FROM entry WHERE body IS NOT NULL ORDER BY seq")
    for subject, kind, recorded, body in rows:
        written = str(datetime.datetime.fromtimestamp(recorded / 1000, LONDON).date())
        about, _, name = subject.partition("/")
        if about == "worker":
            have = workers.setdefault(name.split(":")[1], {"knownFrom": written})
            have.update(json.loads(body))
        elif about == "child":
            children.setdefault(name, Child()).add(kind, json.loads(body), written)
    return children, workers


# What happened: day, amount and the team it names itself, for each case of a child.

def decided(received, decided, days=1):
    due = working(received, days)
    return (decided, 1) if decided and decided <= due else (later(due, 1), 0)


def contacts(child):
    for contact in child.all("contact"):
        yield *decided(contact["receivedOn"], contact.get("decidedOn")), None


def referrals(child):
    for referral in child.all("referral"):
        if "decidedOn" in referral or not referral["noFurtherAction"]:
            yield *decided(referral["receivedOn"], referral.get("decidedOn")), referral["team"]


def discussions(child):
    for discussion in child.all("strategy-discussion"):
        if "present" in discussion:
            yield discussion["heldOn"], {"police", "health"} <= set(discussion["present"]), None


def conferences(child):
    for conference in child.all("conference"):
        if "heldOn" in conference:
            yield conference["heldOn"], bool(conference.get("postponements")), None


def written(child):
    for visit, day in child.of.get("visit", []):
        yield day, (of(day) - of(visit["on"])).days, None


def incidents(child):
    for incident in child.all("serious-incident"):
        if incident["knownOn"] >= "2018-06-29":
            yield *decided(incident["knownOn"], incident.get("notifiedOn"), 5), None


def audits(child):
    for audit in child.all("case-file-audit"):
        if audit["reader"] == "auditor" and audit["isFinished"]:
            yield audit["on"], audit["grade"] in ("good", "outstanding"), None


def assessments(kind):
    def found(child):
        for one in child.all("assessment"):
            if one["kind"] == kind and "authorisedOn" in one and one["startedOn"] <= "2013-04-14":
                days = 35 if kind == "core" else 10 if one["startedOn"] >= "2010-04-01" else 7
                yield one["authorisedOn"], one["authorisedOn"] <= working(one["startedOn"], days), one["team"]
    return found


HAPPENED = {
    "contacts-decided-in-one-working-day": contacts,
    "referrals-decided-in-one-working-day": referrals,
    "strategy-discussions-with-police-and-health": discussions,
    "conferences-postponed": conferences,
    "days-until-a-visit-is-written": written,
    "serious-incidents-notified-in-time": incidents,
    "audited-files-good-or-better": audits,
    "initial-assessments-in-time": assessments("initial"),
    "core-assessments-in-time": assessments("core"),
}


# What stood: whether a child is counted on a day, and whether in the numerator; nothing where it is not counted.

def is_open(child, day):
    return child.open and child.open[0] <= day < child.open[1]


def supervised(child, day, _):
    """No gap between supervisions is longer than a month on a plan, eight weeks otherwise."""
    if not is_open(child, day):
        return None
    began, ended = child.open
    held = sorted(one["on"] for one in child.all("case-supervision") if began <= one["on"] < ended)
    clock = max([began] + [on for on in held if on <= day])
    plan = child.plan
    on_plan = plan and plan[0] <= clock < plan[1]
    return day <= (months(clock, 1) if on_plan else later(clock, 56))


def qualified(child, day, workers):
    if not is_open(child, day):
        return None
    return any(
        lead["from"] <= day <= lead.get("until", NEVER) and workers[lead["worker"]].get("registration")
        and day <= workers[lead["worker"]].get("leftOn", NEVER)
        for lead in child.leads)


def fourth_worker(child, day, _):
    if not is_open(child, day):
        return None
    leads = []
    for lead in child.leads:
        if not leads or lead["worker"] != leads[-1]["worker"]:
            leads.append(lead)
    return any(
        fourth["from"] <= months(first["from"], 12) and fourth["from"] <= day < later(fourth["from"], 90)
        for first, fourth in zip(leads, leads[3:]))


def reviewed(child, day, _):
    """Of a plan of three months or more: no review was late now or in the twelve months before."""
    if not child.plan:
        return None
    began, ended = child.plan
    if not months(began, 3) <= day < ended:
        return None
    held = sorted(one["heldOn"] for one in child.all("plan-review"))
    clock, limit, late = began, 3, False
    for review in held + [None]:
        due = months(clock, limit)
        if review is None or review > due:
            onset = later(due, 1)
            over = months(max(review, later(onset, 1)), 12) if review else NEVER
            late = late or onset < ended and onset <= day < over
        clock, limit = review, 6
    return not late


def in_power(child, day, _):
    """Police protection lasts 72 hours, an order 8 days, or until the day recorded: never more for the police."""
    for power in child.all("emergency-power"):
        began, ends = power["beganOn"], power.get("endsOn")
        if power["power"] == "police-protection":
            # Its last instant; where no hour is recorded, that of the last it can have begun at.
            if "beganAt" in power:
                over = datetime.datetime.fromtimestamp(power["beganAt"] / 1000 + 72 * 3600 - 0.001, LONDON)
                last = str(over.date())
            else:
                last = later(began, 3)
            last = min(last, ends or NEVER)
        else:
            last = later(ends or later(began, 8), -1)
        if began <= day <= max(last, began):
            return True
    return None


def unregistered(child, day, _):
    """A home from the first day; supported accommodation at 16 or 17 from 28 October 2023, under 16 from 9 September 2021."""
    born = child.all("person")[0]["bornOn"]
    for placement in child.all("unregistered-placement"):
        first, ended = placement["beganOn"], placement.get("endedOn", NEVER)
        over = min(ended, birthday(born, 18))
        if placement["setting"] == "supported-accommodation":
            first = max(first, "2023-10-28")
        elif placement["setting"] == "supported-accommodation-under-16":
            first = max(first, "2021-09-09")
        if first <= day < over:
            return True
    return None


def birthday(born, age):
    year, rest = int(born[:4]) + age, born[4:]
    return f"{year}-03-01" if rest == "-02-29" and year % 4 else f"{year}{rest}"


STOOD = {
    "children-under-an-emergency-power": in_power,
    "children-in-unregistered-placements": unregistered,

    "supervision-on-time": supervised,
    "allocated-to-a-qualified-worker": qualified,
    "worker-changes": fourth_worker,
    "protection-plans-reviewed-on-time": reviewed,
}


# Workers and not children: who is counted of those on the register.
LEFT = {
    "turnover": lambda worker: True,
    "turnover-permanent": lambda worker: worker.get("agency") is False,
    "turnover-agency": lambda worker: worker.get("agency") is True,
}
KINDS = ["unseen", "undecided", "unowned", "unshared", "late", "unrecorded", "adrift"]
EPOCH = datetime.date(1970, 1, 1)


def number(day):
    return (of(day) - EPOCH).days


def of_concerns(path, children, spans):
    """What is counted of concerns: rows of (measure, period, child, day, amount)."""
    made = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    cleared = made.execute("""
        SELECT child, cleared_on, cleared_on - onset FROM concern WHERE in_today = 1 AND level <= 2
        AND cleared_on >= onset AND (ended_on IS NULL OR cleared_on <= ended_on)""").fetchall()
    for period, (first, last) in spans.items():
        for child, day, amount in cleared:
            day = str(EPOCH + day * ONE)
            if first <= day <= last:
                yield "days-to-clear-a-concern", period, child, day, amount
        for child, kind in made.execute("""
                SELECT DISTINCT child, kind FROM concern WHERE in_today = 1 AND onset <= :day AND over_on > :day""",
                {"day": number(last)}):
            yield f"concerns-open-{KINDS[kind]}", period, child, last, 1
        # Of a kind that leaves a child at potential risk, of level 1 or raised to it; a flag is counted apart.
        risky = {child for child, in made.execute("""
                SELECT DISTINCT child FROM concern WHERE in_today = 1 AND kind <= 3 AND onset <= :day AND over_on > :day
                AND code NOT IN ('unsafe-now-open') AND (level = 1 OR level = 2 AND raised_from <= :day)""",
                {"day": number(last)})}
        for name, child in children.items():
            if is_open(child, last) or name in risky:
                yield "children-left-at-potential-risk", period, name, last, int(name in risky)


def counted(path, children, workers, today, periods):
    sums = {}

    def add(measure, period, team, amount):
        for key in {(measure, period, None), (measure, period, team or None)}:
            have = sums.setdefault(key, [0, 0])
            have[0] += amount
            have[1] += 1

    spans = {period: (extract.span(period)[0], min(extract.span(period)[1], today)) for period in periods}
    for child in children.values():
        for measure, cases in HAPPENED.items():
            for day, amount, team in cases(child):
                for period, (first, last) in spans.items():
                    if first <= day <= last:
                        add(measure, period, team or child.team(day), int(amount))
        for measure, stands in STOOD.items():
            for period, (_, last) in spans.items():
                amount = stands(child, last, workers)
                if amount is not None:
                    add(measure, period, child.team(last), int(bool(amount)))
    for measure, period, name, day, amount in of_concerns(path, children, spans):
        add(measure, period, children[name].team(day), amount)
    for measure, counts in LEFT.items():
        for period, (first, last) in spans.items():
            for worker in workers.values():
                left = worker.get("leftOn", NEVER)
                if counts(worker) and worker["knownFrom"] <= last and left >= first:
                    add(measure, period, None, int(left <= last))
    return sums


def main(database, printed, today):
    with open(HERE.parent / "Data" / "bank-holidays-england-and-wales.csv", encoding="utf-8") as file:
        calendar.HOLIDAYS.update(of(row["date"]) for row in csv.DictReader(file))
    rows = json.load(open(printed, encoding="utf-8"))
    measures = set(HAPPENED) | set(STOOD) | set(LEFT) | {f"concerns-open-{kind}" for kind in KINDS}
    measures |= {"days-to-clear-a-concern", "children-left-at-potential-risk"}
    said = {
        (row["measure"], row["period"], row["team"]): [row["numerator"], row["denominator"]]
        for row in rows if row["numerator"] is not None and row["measure"] in measures}
    sums = counted(database, *read(database), today, sorted({row["period"] for row in rows}))
    wrong = [key for key in set(said) | set(sums) if said.get(key, [0, 0]) != sums.get(key, [0, 0])]
    for key in sorted(wrong, key=str)[:20]:
        print(*key, "printed", said.get(key), "counted", sums.get(key), file=sys.stderr)
    all_of_them = len(set(said) | set(sums))
    nothing = sorted(measure for measure in measures if not any(key[0] == measure and sums[key][1] for key in sums))
    print(f"{all_of_them - len(wrong)} of {all_of_them} figures of {len(measures) - len(nothing)} measures are equal.")
    if nothing:
        print("Nothing to count of:", ", ".join(nothing))
    return 1 if wrong or not sums else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
