#!/usr/bin/env python3
"""Compares a simulated census with its truth, by a plain reading of docs/concerns.md that shares no code with the program.

Usage: check-truth.py CENSUS.xml TRUTH.jsonl [BANK-HOLIDAYS.csv]

For the concerns a census can show it works out from the file alone what stands on the reference date, and compares that
with the truth's census lines, both ways. Prints the counts, then each difference; ends with 1 if there is any.
"""
import csv
import datetime
import json
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

ONE = datetime.timedelta(days=1)
HOLIDAYS = set()
CHECKED = {
    "assessment-not-started", "assessment-late", "re-referral", "closed-too-soon", "enquiry-open", "conference-late",
    "review-conference-late", "plan-drift", "plan-again", "in-need-drift",
}


def working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def due_working(day, count):
    """The count-th working day after a day."""
    while count:
        day += ONE
        if working(day):
            count -= 1
    return day


def add_months(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    following = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return datetime.date(year, month + 1, min(day.day, (following - ONE).day))


def date(group, name):
    text = group.findtext(name)
    return datetime.date.fromisoformat(text) if text else None


class Plan:
    def __init__(self, group):
        self.start, self.end = date(group, "CPPstartDate"), date(group, "CPPendDate")
        self.previous = int(group.findtext("NumberOfPreviousCPP"))
        self.reviews = sorted(datetime.date.fromisoformat(e.text) for e in group.iter("CPPreviewDate"))


class Episode:
    def __init__(self, group):
        self.received, self.closed = date(group, "CINreferralDate"), date(group, "CINclosureDate")
        self.reason = group.findtext("ReasonForClosure")
        self.need = group.findtext("PrimaryNeedCode")
        self.accepted = group.findtext("ReferralNFA") not in ("1", "true")
        self.assessments = sorted(
            (date(a, "AssessmentActualStartDate"), date(a, "AssessmentAuthorisationDate") or datetime.date.max)
            for a in group.findall("Assessments"))
        self.in_need_plans = sorted(
            (date(p, "CINPlanStartDate"), date(p, "CINPlanEndDate") or datetime.date.max)
            for p in group.findall("CINPlanDates"))
        self.enquiries = [
            (date(e, "S47ActualStartDate"), date(e, "DateOfInitialCPC"), e.findtext("ICPCnotRequired"))
            for e in group.findall("Section47")]
        self.plans = sorted((Plan(p) for p in group.findall("ChildProtectionPlans")), key=lambda plan: plan.start)
        outside = date(group, "DateOfInitialCPC")
        self.conferences = sorted([held for _, held, _ in self.enquiries if held] + ([outside] if outside else []))
        self.open = self.accepted and self.closed is None


class Child:
    def __init__(self, group, today):
        self.today, self.cover = today, add_months(today, -12) + ONE
        self.id = group.findtext("ChildIdentifiers/LAchildID")
        self.born = date(group.find("ChildIdentifiers"), "PersonBirthDate")
        self.died = date(group.find("ChildIdentifiers"), "PersonDeathDate")
        self.episodes = sorted((Episode(e) for e in group.findall("CINdetails")), key=lambda e: e.received)

    def stopped(self):
        if self.died and self.died <= self.today:
            return True
        if self.born:
            year = self.born.year + 18
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            eighteen = datetime.date(year, 3, 1) if (self.born.month, self.born.day) == (2, 29) and not leap \
                else self.born.replace(year=year)
            if eighteen <= self.today:
                return True
        return any(e.reason == "RC1" for e in self.episodes)

    def concerns(self):
        if self.stopped():
            return
        for found in (self.assessments, self.referrals, self.enquiries, self.plans, self.drift):
            for code, about, onset in found():
                if onset <= self.today:
                    yield code, about, onset

    def assessments(self):
        for e in self.episodes:
            if not e.open:
                continue
            covered = e.received >= self.cover
            if covered and not e.assessments and not e.enquiries:
                yield "assessment-not-started", f"referral:{e.received}", due_working(e.received, 2) + ONE
            for place, (start, authorised) in enumerate(e.assessments):
                clock = e.received if place == 0 and covered else start
                if authorised > self.today:
                    yield "assessment-late", f"assessment:{start}", due_working(clock, 45) + ONE

    def referrals(self):
        for e in self.episodes:
            if any(o.received < e.received <= add_months(o.received, 12) for o in self.episodes):
                yield "re-referral", f"referral:{e.received}", e.received
            if not e.closed or e.reason in ("RC1", "RC2", "RC5"):
                continue
            about = f"referral:{e.received}"
            again = [o.received for o in self.episodes if o is not e and o.received >= e.closed]
            taken_up = any(o.accepted and o.received >= e.closed for o in self.episodes if o is not e)
            soon = [day for day in again if (day - e.closed).days <= 90]
            if soon:
                yield "closed-too-soon", about, min(soon)
            if e.accepted and e.need == "N1" and not e.assessments and e.received >= self.cover and not taken_up:
                yield "closed-too-soon", about, e.closed

    def enquiries(self):
        for e in self.episodes:
            for start, held, not_required in e.enquiries:
                held_since = [c for c in e.conferences if c >= start]
                if not e.open or held or held_since or not_required in ("1", "true"):
                    continue
                code = "conference-late" if not_required in ("0", "false") else "enquiry-open"
                yield code, f"section-47-enquiry:{start}", due_working(start, 15) + ONE

    def plans(self):
        for e in self.episodes:
            for plan in e.plans:
                if plan.end or not e.open:
                    continue
                about = f"child-protection-plan:{plan.start}"
                yield "plan-drift", about, add_months(plan.start, 24) + ONE
                if plan.previous or any(
                        other.start < plan.start and add_months(other.end, 24) >= plan.start
                        for o in self.episodes for other in o.plans if other is not plan and other.end):
                    yield "plan-again", about, plan.start
                if plan.reviews:
                    due = add_months(plan.reviews[-1], 6)
                elif plan.start < self.cover:
                    due = add_months(self.cover - ONE, 6)
                else:
                    # NB: the latest conference on or before the plan began, in the same episode.
                    before = [held for held in e.conferences if held <= plan.start]
                    due = add_months(before[-1] if before else plan.start, 3)
                yield "review-conference-late", about, due + ONE

    def drift(self):
        for e in self.episodes:
            if not e.open or any(plan.end is None for plan in e.plans):
                continue
            stretch = max([e.received] + [plan.end for plan in e.plans])
            steps = [stretch]
            for start, end in e.in_need_plans:
                steps += [day for day in (start, end) if stretch <= day <= self.today]
            clock = max(steps)
            ran_then = any(start <= clock < end for start, end in e.in_need_plans)
            if clock >= self.cover or ran_then:
                yield "in-need-drift", f"referral:{e.received}", add_months(clock, 12) + ONE


def read_census(path):
    today = None
    for _, group in ET.iterparse(path):
        if group.tag == "ReferenceDate":
            today = datetime.date.fromisoformat(group.text)
        elif group.tag == "Child":
            yield Child(group, today)
            group.clear()


def main():
    census, truth = sys.argv[1:3]
    beside = Path(__file__).resolve().parent.parent / "Data" / "bank-holidays-england-and-wales.csv"
    with open(sys.argv[3] if len(sys.argv) > 3 else beside, newline="", encoding="utf-8") as file:
        HOLIDAYS.update(datetime.date.fromisoformat(row["date"]) for row in csv.DictReader(file))
    found = {
        (child.id, code, about, str(onset)) for child in read_census(census) for code, about, onset in child.concerns()}
    stated = set()
    with open(truth, encoding="utf-8") as file:
        for line in map(json.loads, file):
            if "census" in line["visibleIn"] and line["concern"] in CHECKED:
                stated.add((line["child"], line["concern"], line["about"], line["onset"]))
    for code, count in sorted(Counter(row[1] for row in found & stated).items()):
        print(f"{count:7} {code}")
    print(f"{len(found & stated):7} agree, {len(found - stated)} found and not stated, {len(stated - found)} stated and not found")
    for row in sorted(found - stated)[:40]:
        print("not stated:", *row)
    for row in sorted(stated - found)[:40]:
        print("not found: ", *row)
    return found != stated


if __name__ == "__main__":
    sys.exit(main())
