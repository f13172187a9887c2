#!/usr/bin/env python3
"""Compares a simulated extract with its truth, by a plain reading of docs/concerns.md that shares no code with the program.

Usage: check-extract-truth.py EXTRACT-FOLDER TRUTH.jsonl REFERENCE-DAY

The extract is a folder of Standard Safeguarding Dataset tables. Every concern an extract can show is worked out from the
tables alone and compared with the truth's `ssd` lines, both ways; the two service rows are not. Ends with 1 if they differ.
"""
import csv
import datetime
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("check_truth", HERE / "check-truth.py")
census = importlib.util.module_from_spec(spec)
spec.loader.exec_module(census)
ONE, FAR = census.ONE, datetime.date.max
due_working, add_months = census.due_working, census.add_months
SERVICE = {"caseload-over", "thresholds-inconsistent"}
MOVED = ("RC1", "RC2", "RC5")


def day(text):
    return datetime.date.fromisoformat(text[:10]) if text else None


def birthday(born, age):
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return datetime.date(born.year + age, 3, 1)


def outcome(row, column):
    """The flags of a JSON cell that say yes, or its text."""
    text = row[column]
    if not text:
        return ""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, dict):
        return " ".join(key.replace("_", " ") for key, flag in value.items() if flag == "Y")
    return str(value)


class Extract:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.rows = {}
        for path in sorted(self.folder.glob("ssd_*.csv")):
            with open(path, newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            by_person = defaultdict(list)
            person = next((c for c in (rows[0] if rows else {}) if c.endswith("person_id")), None)
            for row in rows:
                by_person[row[person] if person else ""].append(row)
            self.rows[path.stem[4:]] = by_person

    def of(self, table, person, order):
        return sorted(self.rows.get(table, {}).get(person, []), key=lambda row: row[order] or "9")


class Child:
    def __init__(self, extract, row, today, workers):
        self.id, self.today, self.workers = row["pers_person_id"], today, workers
        self.born, self.died = day(row["pers_dob"]), day(row["pers_death_date"])
        of = lambda table, order: extract.of(table, self.id, order)
        self.referrals = of("cin_episodes", "cine_referral_date")
        self.assessments = of("cin_assessments", "cina_assessment_start_date")
        self.enquiries = of("s47_enquiry", "s47e_s47_start_date")
        self.conferences = of("initial_cp_conference", "icpc_icpc_date")
        self.plans = of("cp_plans", "cppl_cp_plan_start_date")
        self.reviews = of("cp_reviews", "cppr_cp_review_date")
        self.cp_visits = of("cp_visits", "cppv_cp_visit_date")
        self.in_need_visits = of("cin_visits", "cinv_cin_visit_date")
        self.care_visits = of("cla_visits", "clav_cla_visit_date")
        self.in_need_plans = of("cin_plans", "cinp_cin_plan_start_date")
        self.care = of("cla_episodes", "clae_cla_episode_start_date")
        self.leads = of("involvements", "invo_involvement_start_date")
        self.contacts = of("contacts", "cont_contact_date")
        self.missing = of("missing", "miss_missing_episode_start_date")
        self.early_help = of("early_help_episodes", "earl_episode_start_date")
        self.seen = sorted(
            [day(v["cinv_cin_visit_date"]) for v in self.in_need_visits if v["cinv_cin_visit_seen"] == "Y"]
            + [day(v["cppv_cp_visit_date"]) for v in self.cp_visits if v["cppv_cp_visit_seen"] == "Y"]
            + [day(v["clav_cla_visit_date"]) for v in self.care_visits if v["clav_cla_visit_seen"] == "Y"])

    def stopped(self):
        return (self.died and self.died <= self.today) or (self.born and birthday(self.born, 18) <= self.today) or any(
            r["cine_close_reason"] == "RC1" for r in self.referrals)

    def concerns(self):
        if self.stopped():
            return
        for rule in (self.front_door, self.closing, self.assessing, self.enquiring, self.protecting, self.in_need,
                     self.owning, self.other):
            for code, about, onset in rule():
                if onset <= self.today:
                    yield code, about, str(onset)

    def accepted(self, referral):
        return referral["cine_referral_nfa"] != "Y"

    def open_referrals(self):
        return [r for r in self.referrals if self.accepted(r) and not r["cine_close_date"]]

    def steps_of(self, rows, prefix, referral):
        return [r for r in rows if r[f"{prefix}_referral_id"] == referral["cine_referral_id"]]

    def front_door(self):
        received = [day(r["cine_referral_date"]) for r in self.referrals]
        for now in received:
            if any(before < now <= add_months(before, 12) for before in received):
                yield "re-referral", f"referral:{now}", now
        for r in self.open_referrals():
            now = day(r["cine_referral_date"])
            if not self.steps_of(self.assessments, "cina", r) and not self.steps_of(self.enquiries, "s47e", r):
                yield "assessment-not-started", f"referral:{now}", due_working(now, 2) + ONE
            if not [i for i in self.leads if (day(i["invo_involvement_end_date"]) or FAR) >= now]:
                yield "referral-unowned", f"referral:{now}", due_working(now, 1) + ONE
        idle = [day(c["cont_contact_date"]) for c in self.contacts if "NEW REFERRAL" not in outcome(c, "cont_contact_outcome_json")]
        for first, third in zip(idle, idle[2:]):
            if third <= add_months(first, 12) and not [d for d in received if d >= first]:
                yield "repeat-contacts", f"contact:{third}", third

    def closing(self):
        for r in self.referrals:
            closed, now = day(r["cine_close_date"]), day(r["cine_referral_date"])
            if not closed:
                continue
            about = f"referral:{now}"
            if r["cine_close_reason"] == "RC9" and not [
                    e for e in self.early_help if (day(e["earl_episode_end_date"]) or FAR) >= closed]:
                yield "step-down-lost", about, due_working(closed, 10) + ONE
            if r["cine_close_reason"] in MOVED:
                continue
            later = [o for o in self.referrals if o is not r and day(o["cine_referral_date"]) >= closed]
            soon = [day(o["cine_referral_date"]) for o in later if (day(o["cine_referral_date"]) - closed).days <= 90]
            if soon:
                yield "closed-too-soon", about, min(soon)
            if not self.accepted(r) or any(self.accepted(o) for o in later):
                continue
            if self.closed_wrongly(r, now, closed):
                yield "closed-too-soon", about, closed

    def closed_wrongly(self, r, now, closed):
        mine = self.steps_of(self.assessments, "cina", r)
        if r["cine_cin_primary_need_code"] == "N1" and not mine:
            return True
        window = closed
        count = int(census.working(window))
        while count < 20:
            window -= ONE
            count += census.working(window)
        overlapping = [a for a in mine if (day(a["cina_assessment_auth_date"]) or FAR) >= window]
        if self.born and not [d for d in self.seen if window <= d <= closed] and not overlapping:
            return True
        before = closed - ONE
        for a_place, a in enumerate(mine):
            clock = day(a["cina_assessment_start_date"]) if a_place else now
            if due_working(clock, 45) + ONE <= before < (day(a["cina_assessment_auth_date"]) or FAR):
                return True
        if not mine and not self.steps_of(self.enquiries, "s47e", r) and due_working(now, 2) + ONE <= before:
            return True
        stretch, plan = self.phase_on(before, r)
        in_care = any(day(c["clae_cla_episode_start_date"]) <= before < (day(c["clae_cla_episode_ceased_date"]) or FAR)
                      for c in self.care)
        if self.born is None or in_care:
            return False
        if plan:
            seen = [day(v["cppv_cp_visit_date"]) for v in self.cp_visits if v["cppv_cp_visit_seen"] == "Y"]
            start = max(day(plan["cppl_cp_plan_start_date"]), self.born)
            return due_working(max([start] + [d for d in seen if start <= d < closed]), 10) + ONE <= before
        start = max(stretch, self.born)
        return due_working(max([start] + [d for d in self.seen if start <= d < closed]), 20) + ONE <= before

    def phase_on(self, when, r):
        """The start of the stretch in need that runs on a day, or the protection plan that does."""
        start = day(r["cine_referral_date"])
        for plan in self.plans:
            began, ended = day(plan["cppl_cp_plan_start_date"]), day(plan["cppl_cp_plan_end_date"]) or FAR
            if began <= when < ended:
                return None, plan
            if ended <= when:
                start = max(start, ended)
        for care in self.care:
            ended = day(care["clae_cla_episode_ceased_date"]) or FAR
            if ended <= when:
                start = max(start, ended)
        return start, None

    def assessing(self):
        for r in self.open_referrals():
            now = day(r["cine_referral_date"])
            for place, a in enumerate(self.steps_of(self.assessments, "cina", r)):
                start, done = day(a["cina_assessment_start_date"]), day(a["cina_assessment_auth_date"])
                about = f"assessment:{start}"
                if not done:
                    yield "assessment-late", about, due_working(start if place else now, 45) + ONE
                    continue
                if a["cina_assessment_child_seen"] == "N" and self.born and not [d for d in self.seen if d >= start]:
                    yield "assessment-child-unseen", about, done
                said = outcome(a, "cina_assessment_outcome_json").lower()
                needs_plan = said and not any(w in said for w in ("no further action", "nfa", "early help", "strategy"))
                running = [p for p in self.in_need_plans if (day(p["cinp_cin_plan_end_date"]) or FAR) >= done]
                if needs_plan and a["cina_assessment_outcome_nfa"] != "Y" and not running and not self.plan_or_care(done):
                    yield "in-need-without-plan", about, due_working(done, 10) + ONE

    def plan_or_care(self, since):
        ends = [day(p["cppl_cp_plan_end_date"]) or FAR for p in self.plans]
        ends += [day(c["clae_cla_episode_ceased_date"]) or FAR for c in self.care]
        return any(end >= since for end in ends)

    def enquiring(self):
        for r in self.open_referrals():
            for e in self.steps_of(self.enquiries, "s47e", r):
                start, ended = day(e["s47e_s47_start_date"]), day(e["s47e_s47_end_date"])
                mine = self.steps_of(self.conferences, "icpc", r)
                if [c for c in mine if (day(c["icpc_icpc_date"]) or FAR) != FAR and day(c["icpc_icpc_date"]) >= start]:
                    continue
                about, late = f"section-47-enquiry:{start}", due_working(start, 15) + ONE
                said = outcome(e, "s47e_s47_outcome_json").lower()
                if not ended or not said:
                    yield "enquiry-open", about, late
                elif "conference" in said:
                    yield "conference-late", about, late
                    if not [c for c in mine if c["icpc_s47_enquiry_id"] == e["s47e_s47_enquiry_id"]]:
                        yield "conference-not-called", about, ended

    def protecting(self):
        for place, plan in enumerate(self.plans):
            if plan["cppl_cp_plan_end_date"]:
                continue
            start = day(plan["cppl_cp_plan_start_date"])
            about = f"child-protection-plan:{start}"
            yield "plan-drift", about, add_months(start, 24) + ONE
            earlier = [day(p["cppl_cp_plan_end_date"]) for p in self.plans[:place]]
            if [end for end in earlier if end and add_months(end, 24) >= start]:
                yield "plan-again", about, start
            reviews = [v for v in self.reviews if v["cppr_cp_plan_id"] == plan["cppl_cp_plan_id"] and v["cppr_cp_review_date"]]
            held = [day(v["cppr_cp_review_date"]) for v in reviews]
            yield "review-conference-late", about, (add_months(held[-1], 6) if held else add_months(start, 3)) + ONE
            if reviews and reviews[-1]["cppr_cp_review_quorate"] == "No":
                yield "conference-inquorate", f"plan-review:{held[-1]}", held[-1]
            yield from self.visiting(plan, start, about)

    def visiting(self, plan, start, about):
        if not self.born:
            return
        visits = [v for v in self.cp_visits if v["cppv_cp_plan_id"] == plan["cppl_cp_plan_id"]]
        when = lambda v: day(v["cppv_cp_visit_date"])
        seen = [when(v) for v in visits if v["cppv_cp_visit_seen"] == "Y"]
        yield "plan-child-unseen", about, due_working(max([start, self.born] + seen), 10) + ONE
        alone = [when(v) for v in visits if v["cppv_cp_visit_seen"] == "Y" and v["cppv_cp_visit_seen_alone"] == "Y"]
        clock = max([start, birthday(self.born, 4)] + alone)
        running = [when(v) for v in visits if v["cppv_cp_visit_seen"] == "Y" and v["cppv_cp_visit_seen_alone"] == "N"
                   and when(v) > clock]
        if clock <= self.today:
            yield "plan-child-never-alone", about, min([due_working(clock, 30) + ONE] + running[2:3])

    def in_need(self):
        for r in self.open_referrals():
            start, plan = self.phase_on(self.today, r)
            if plan or [c for c in self.care if not c["clae_cla_episode_ceased_date"]]:
                continue
            about = f"referral:{day(r['cine_referral_date'])}"
            steps = [start]
            for p in self.in_need_plans:
                steps += [d for d in (day(p["cinp_cin_plan_start_date"]), day(p["cinp_cin_plan_end_date"])) if d and d >= start]
            yield "in-need-drift", about, add_months(max(steps), 12) + ONE
            if self.born:
                clock = max(start, self.born)
                yield "in-need-child-unseen", about, due_working(max([clock] + [d for d in self.seen if d >= clock]), 20) + ONE

    def owning(self):
        leads = [(day(i["invo_involvement_start_date"]), day(i["invo_involvement_end_date"]) or FAR,
                  i["invo_professional_id"]) for i in self.leads]
        for fourth in range(3, len(leads)):
            four = leads[fourth - 3:fourth + 1]
            if all(a[2] != b[2] for a, b in zip(four, four[1:])) and four[3][0] <= add_months(four[0][0], 12):
                if (self.today - four[3][0]).days < 90:
                    yield "worker-changes", f"allocation:{four[3][0]}", four[3][0]
        opened = self.open_referrals()
        if not opened or not leads:
            return
        received = day(opened[0]["cine_referral_date"])
        mine = [lead for lead in leads if lead[1] >= received]
        if mine and max(lead[1] for lead in mine) < self.today:
            yield "child-unowned", f"referral:{received}", max(lead[1] for lead in mine) + ONE
        for start, end, worker in mine:
            if end < self.today:
                continue
            if worker not in self.workers:
                yield "worker-gone", f"allocation:{start}", self.today
            elif not self.workers[worker]:
                for plan in self.plans:
                    if not plan["cppl_cp_plan_end_date"]:
                        began = day(plan["cppl_cp_plan_start_date"])
                        yield "child-unowned", f"child-protection-plan:{began}", max(began, start)

    def other(self):
        for m in self.missing:
            if not m["miss_missing_episode_end_date"] and m["miss_missing_episode_type"] != "A":
                start = day(m["miss_missing_episode_start_date"])
                yield "missing-now", f"missing-episode:{start}", start


def main():
    folder, truth, reference = sys.argv[1:4]
    with open(HERE.parent / "Data" / "bank-holidays-england-and-wales.csv", newline="", encoding="utf-8") as file:
        census.HOLIDAYS.update(datetime.date.fromisoformat(row["date"]) for row in csv.DictReader(file))
    extract, today = Extract(folder), datetime.date.fromisoformat(reference)
    with open(Path(folder) / "ssd_professionals.csv", newline="", encoding="utf-8") as file:
        workers = {row["prof_professional_id"]: row["prof_social_worker_registration_no"] for row in csv.DictReader(file)}
    found = set()
    for people in extract.rows["person"].values():
        for row in people:
            child = Child(extract, row, today, workers)
            found.update((child.id, *concern) for concern in child.concerns())
    with open(truth, encoding="utf-8") as file:
        stated = {(line["child"], line["concern"], line["about"], line["onset"]) for line in map(json.loads, file)
                  if "ssd" in line["visibleIn"] and line["concern"] not in SERVICE}
    for code, count in sorted(Counter(row[1] for row in found & stated).items()):
        print(f"{count:7} {code}")
    print(f"{len(found & stated):7} agree, {len(found - stated)} found and not stated, {len(stated - found)} stated and not found")
    for name, rows in (("not stated:", found - stated), ("not found: ", stated - found)):
        for row in sorted(rows)[:40]:
            print(name, *row)
    return found != stated


if __name__ == "__main__":
    sys.exit(main())
