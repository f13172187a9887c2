#!/usr/bin/env python3
"""Measures a simulated census beside the national profile, as a table in Markdown.

Usage: measure-simulation.py CENSUS.xml

Reads the file alone, with the definitions of the published statistics (Characteristics of children in need 2024): an
episode of need is an accepted referral that was not closed as assessed and not in need.
"""
import csv
import datetime
import statistics
import sys
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "Data"


def date(group, name):
    text = group.findtext(name)
    return datetime.date.fromisoformat(text) if text else None


def working_days():
    with open(DATA / "bank-holidays-england-and-wales.csv", newline="", encoding="utf-8") as file:
        holidays = {datetime.date.fromisoformat(row["date"]) for row in csv.DictReader(file)}
    day, found = datetime.date(2005, 1, 1), []
    while day.year < 2029:
        if day.weekday() < 5 and day not in holidays:
            found.append(day)
        day += datetime.timedelta(days=1)
    return found


class Measures:
    def __init__(self):
        self.days = working_days()
        self.sums = Counter()
        self.assessments, self.waits, self.ended, self.plans_ended, self.plans_running = [], [], [], [], []
        self.sources, self.needs, self.reasons, self.categories = Counter(), Counter(), Counter(), Counter()

    def between(self, start, end):
        return bisect_right(self.days, end) - bisect_right(self.days, start)

    def child(self, group, today):
        start = datetime.date(today.year - 1, 4, 1)
        episodes = sorted(group.findall("CINdetails"), key=lambda e: e.findtext("CINreferralDate"))
        received = [date(e, "CINreferralDate") for e in episodes]
        in_need = False
        for episode, day in zip(episodes, received):
            accepted = episode.findtext("ReferralNFA") == "0"
            reason, closed = episode.findtext("ReasonForClosure"), date(episode, "CINclosureDate")
            is_need = accepted and reason not in ("RC8", "RC9")
            self.sums["open"] += accepted and closed is None
            in_need = in_need or is_need
            if day >= start:
                self.referral(episode, day, accepted, reason, received)
            if is_need and closed:
                self.ended.append((closed - day).days)
                self.reasons[reason] += 1
            if is_need and closed is None:
                self.needs[episode.findtext("PrimaryNeedCode")] += 1
            self.steps(episode, start, today)
        self.sums["children"] += 1
        self.sums["children in need"] += in_need

    def referral(self, episode, day, accepted, reason, received):
        self.sums["referrals"] += 1
        self.sums["no further action"] += not accepted
        self.sums["assessed not in need"] += accepted and reason in ("RC8", "RC9")
        self.sums["weekend"] += day.weekday() > 4
        self.sources[episode.findtext("ReferralSource")] += 1
        self.sums["seen re-referrals"] += any(
            other < day <= other.replace(year=other.year + 1) for other in received
            if (other.month, other.day) != (2, 29))

    def steps(self, episode, start, today):
        for assessment in episode.findall("Assessments"):
            done = date(assessment, "AssessmentAuthorisationDate")
            if done:
                self.assessments.append(self.between(date(assessment, "AssessmentActualStartDate"), done))
        for enquiry in episode.findall("Section47"):
            began, held = date(enquiry, "S47ActualStartDate"), date(enquiry, "DateOfInitialCPC")
            self.sums["enquiries"] += began >= start
            if held:
                self.waits.append(self.between(began, held))
        for plan in episode.findall("ChildProtectionPlans"):
            began, ended = date(plan, "CPPstartDate"), date(plan, "CPPendDate")
            if began >= start:
                self.sums["plans started"] += 1
                self.sums["second plans"] += plan.findtext("NumberOfPreviousCPP") != "0"
                self.categories[plan.findtext("InitialCategoryOfAbuse")] += 1
            if ended:
                self.plans_ended.append((ended - began).days)
            else:
                self.plans_running.append((today - began).days)


def share(part, whole):
    return f"{100 * part / whole:.1f}" if whole else "-"


def within(values, low, high):
    return share(sum(low <= value <= high for value in values), len(values))


def rows(m, truth_re_referrals):
    s, per = m.sums, m.sums["children in need"]

    def rate(value):
        return f"{value / per:.2f}"

    yield "children in the census, for each child in need in the year", rate(s["children"]), "-"
    yield "referrals, for each child in need in the year", rate(s["referrals"]), "0.88"
    yield "open on 31 March, for each child in need in the year", rate(s["open"]), "0.57"
    yield "referrals with no further action, %", share(s["no further action"], s["referrals"]), "6.3"
    yield "referrals assessed as not in need, %", share(s["assessed not in need"], s["referrals"]), "30.3"
    yield "referrals within 12 months of another, % (whole record)", truth_re_referrals(s["referrals"]), "22.4"
    yield "the same, % the census itself can show", share(s["seen re-referrals"], s["referrals"]), "-"
    yield "referrals at a weekend, %", share(s["weekend"], s["referrals"]), "-"
    yield "from the police, %", share(m.sources["6"], s["referrals"]), "28.5"
    yield "from schools, %", share(m.sources["2A"], s["referrals"]), "20.3"
    yield "from health services, %", share(sum(m.sources[f"3{c}"] for c in "ABCDEF"), s["referrals"]), "14.7"
    yield "need N1, of those open, %", share(m.needs["N1"], sum(m.needs.values())), "58.1"
    yield "need N5, of those open, %", share(m.needs["N5"], sum(m.needs.values())), "12.0"
    yield "assessments completed, for each referral", f"{len(m.assessments) / s['referrals']:.2f}", "1.03"
    yield "assessments: median working days", f"{statistics.median(m.assessments):.0f}", "34"
    yield "assessments within 10 working days, %", within(m.assessments, 0, 10), "13.0"
    yield "assessments of 41 to 45 working days, %", within(m.assessments, 41, 45), "18.1"
    yield "assessments over 45 working days, %", within(m.assessments, 46, 999), "15.5"
    yield "section 47 enquiries, for each referral", f"{s['enquiries'] / s['referrals']:.2f}", "0.36"
    yield "initial conferences, for each enquiry", f"{len(m.waits) / s['enquiries']:.2f}", "0.32"
    yield "conferences within 15 working days, %", within(m.waits, 0, 15), "79.7"
    yield "conferences: median working days", f"{statistics.median(m.waits):.0f}", "14"
    yield "plans started, for each referral", f"{s['plans started'] / s['referrals']:.3f}", "0.100"
    yield "plans ended, for each started", f"{len(m.plans_ended) / s['plans started']:.2f}", "1.01"
    yield "plans running, for each started", f"{len(m.plans_running) / s['plans started']:.2f}", "0.80"
    yield "second or later plans, of those started, %", share(s["second plans"], s["plans started"]), "24.7"
    yield "plans for neglect, %", share(m.categories["NEG"], s["plans started"]), "49.8"
    yield "plans for emotional abuse, %", share(m.categories["EMO"], s["plans started"]), "37.3"
    yield "running plans of 3 months or less, %", within(m.plans_running, 0, 91), "29.7"
    yield "running plans of 2 years or more, %", within(m.plans_running, 730, 9999), "2.6"
    yield "ended plans of 6 to 12 months, %", within(m.plans_ended, 183, 364), "43.3"
    yield "ended plans of 2 years or more, %", within(m.plans_ended, 730, 9999), "3.8"
    yield "ended episodes of 3 months or less, %", within(m.ended, 0, 91), "47.5"
    yield "ended episodes of 3 to 6 months, %", within(m.ended, 92, 182), "14.8"
    yield "ended episodes of 6 to 12 months, %", within(m.ended, 183, 364), "15.7"
    yield "ended episodes of 1 to 2 years, %", within(m.ended, 365, 729), "12.2"
    yield "ended episodes of 2 years or more, %", within(m.ended, 730, 9999), "9.8"
    yield "closed RC7, of episodes ended, %", share(m.reasons["RC7"], len(m.ended)), "92.5"
    yield "closed RC5, of episodes ended, %", share(m.reasons["RC5"], len(m.ended)), "3.8"


def main():
    measures, today = Measures(), None
    for _, group in ET.iterparse(sys.argv[1]):
        if group.tag == "ReferenceDate":
            today = datetime.date.fromisoformat(group.text)
        elif group.tag == "Child":
            measures.child(group, today)
            group.clear()

    def re_referrals(referrals):
        """From the truth beside the census, which also knows of referrals that closed before the year."""
        if len(sys.argv) < 3:
            return "-"
        start = f"{today.year - 1}-04-01"
        with open(sys.argv[2], encoding="utf-8") as file:
            found = sum('"re-referral"' in line and line.split('"onset":"')[1][:10] >= start for line in file)
        return share(found, referrals)

    print("| measure | simulated | England 2024 |\n|---|---|---|")
    for name, simulated, national in rows(measures, re_referrals):
        print(f"| {name} | {simulated} | {national} |")


if __name__ == "__main__":
    main()
