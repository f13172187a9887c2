#!/usr/bin/env python3
"""Counts the measures of a simulated extract again in SQL, sharing no code with the program, and compares every figure.

Usage: check-measures.py EXTRACT-FOLDER TRUTH.jsonl MEASURES.json REFERENCE-DAY

MEASURES.json is what `sightline measures --as-of REFERENCE-DAY --format json` printed of a record loaded from the extract.
What happened and what stood is counted for every period and every team. The measures that rest on concerns are compared
with the planned truth, on the reference day, everybody together. Prints how many figures are equal; ends with 1 if any
is not.
"""
import csv
import datetime
import importlib.util
import json
import sqlite3
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("check_truth", HERE / "check-truth.py")
calendar = importlib.util.module_from_spec(spec)
spec.loader.exec_module(calendar)

# Measure: rows of (day, numerator, team of the record itself or NULL, child).
HAPPENED = {
    "referrals": "SELECT cine_referral_date, 1, cine_referral_team, cine_person_id FROM cin_episodes",
    "referrals-no-further-action": """
        SELECT cine_referral_date, cine_referral_nfa = 'Y', cine_referral_team, cine_person_id FROM cin_episodes
        WHERE cine_referral_nfa IN ('Y', 'N')""",
    "re-referrals-within-12-months": """
        SELECT cine_referral_date, EXISTS (
                SELECT 1 FROM cin_episodes earlier WHERE earlier.cine_person_id = now.cine_person_id
                AND earlier.cine_referral_date < now.cine_referral_date
                AND now.cine_referral_date <= months(earlier.cine_referral_date, 12)),
            cine_referral_team, cine_person_id FROM cin_episodes now""",
    "assessments-within-45-working-days": """
        SELECT cina_assessment_auth_date, cina_assessment_auth_date <= working(cina_assessment_start_date, 45),
            cina_assessment_team, cina_person_id FROM cin_assessments WHERE cina_assessment_auth_date <> ''""",
    "section-47-enquiries": """
        SELECT s47e_s47_start_date, 1, s47e_s47_completed_by_team, s47e_person_id FROM s47_enquiry""",
    "initial-conferences-within-15-working-days": """
        SELECT icpc_icpc_date, icpc_icpc_date <= working(s47e_s47_start_date, 15), NULL, icpc_person_id
        FROM initial_cp_conference JOIN s47_enquiry ON s47e_s47_enquiry_id = icpc_s47_enquiry_id
        WHERE icpc_icpc_date <> ''""",
    "second-or-later-protection-plan": """
        SELECT cppl_cp_plan_start_date, EXISTS (
                SELECT 1 FROM cp_plans earlier WHERE earlier.cppl_person_id = now.cppl_person_id
                AND earlier.cppl_cp_plan_start_date < now.cppl_cp_plan_start_date),
            NULL, cppl_person_id FROM cp_plans now""",
    "protection-plans-ended-after-2-years-or-more": """
        SELECT cppl_cp_plan_end_date, cppl_cp_plan_end_date >= months(cppl_cp_plan_start_date, 24), NULL, cppl_person_id
        FROM cp_plans WHERE cppl_cp_plan_end_date <> ''""",
}
ALIVE = "AND NOT EXISTS (SELECT 1 FROM person WHERE pers_person_id = child AND pers_death_date <> '' AND pers_death_date <= :day)"
IN_NEED = """
    SELECT cine_person_id AS child, cine_referral_date AS since, cine_referral_id AS id FROM cin_episodes
    WHERE cine_referral_nfa <> 'Y' AND cine_referral_date <= :day
    AND (cine_close_date = '' OR cine_close_date > :day)"""
ON_PLAN = """
    SELECT cppl_person_id AS child, cppl_cp_plan_start_date AS since FROM cp_plans WHERE cppl_cp_plan_start_date <= :day
    AND (cppl_cp_plan_end_date = '' OR cppl_cp_plan_end_date > :day)"""
# Measure: children in the denominator and whether each is in the numerator, on :day.
STOOD = {
    "children-in-need": f"SELECT DISTINCT child, 1 FROM ({IN_NEED}) WHERE 1 {ALIVE}",
    "children-on-a-protection-plan": f"SELECT DISTINCT child, 1 FROM ({ON_PLAN}) WHERE 1 {ALIVE}",
    "protection-plans-open-2-years-or-more": f"""
        SELECT child, max(months(since, 24) <= :day) FROM ({ON_PLAN}) WHERE 1 {ALIVE} GROUP BY child""",
    "children-awaiting-assessment": f"""
        SELECT child, max(NOT EXISTS (
            SELECT 1 FROM cin_assessments WHERE cina_person_id = child AND cina_assessment_auth_date >= since
            AND cina_assessment_auth_date <= :day AND cina_assessment_auth_date <> ''))
        FROM ({IN_NEED}) WHERE 1 {ALIVE} GROUP BY child""",
}
# Of children on a plan, those for whom one of these stands are not in the numerator.
BY_CONCERN = {"plan-children-seen-on-time": "plan-child-unseen", "plan-children-seen-alone-on-time": "plan-child-never-alone"}
# Of children in need, those for whom this stands are in the numerator.
IN_NEED_WITH = {"children-without-a-plan": "in-need-without-plan"}
# Children for whom a concern of the kind stands that Today shows.
OPEN_OF_KIND = "concerns-open-"
# Back from a missing episode, and seen by nobody since: the truth plans only those who are not back. On the day itself a
# visit counts where the child had been gone since another day.
BACK_UNSEEN = """
    SELECT DISTINCT miss_person_id AS child FROM missing
    WHERE miss_missing_episode_type <> 'A' AND miss_missing_episode_start_date <= :day
    AND miss_missing_episode_end_date <> '' AND miss_missing_episode_end_date <= :day
    AND NOT EXISTS (
        SELECT 1 FROM (
            SELECT cppv_person_id AS seen, cppv_cp_visit_date AS visited, cppv_cp_visit_seen AS was FROM cp_visits
            UNION ALL SELECT cinv_person_id, cinv_cin_visit_date, cinv_cin_visit_seen FROM cin_visits
            UNION ALL SELECT clav_person_id, clav_cla_visit_date, clav_cla_visit_seen FROM cla_visits)
        WHERE seen = miss_person_id AND was = 'Y' AND visited <= :day AND visited >= miss_missing_episode_end_date
        AND visited > miss_missing_episode_start_date)"""
CASELOAD = "caseload"
LONG_IN_NEED = "children-in-need-open-2-years-or-more"


def database(folder):
    made = sqlite3.connect(":memory:")
    for path in sorted(Path(folder).glob("ssd_*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            header = next(rows)
            made.execute(f"CREATE TABLE {path.stem[4:]} ({', '.join(header)})")
            dates = [name.endswith(("date", "dob")) for name in header]
            made.executemany(
                f"INSERT INTO {path.stem[4:]} VALUES ({', '.join('?' * len(header))})",
                ([cell[:10] if is_date else cell for cell, is_date in zip(row, dates)] for row in rows))
    of = datetime.date.fromisoformat
    made.create_function("working", 2, lambda day, n: str(calendar.due_working(of(day), n)), deterministic=True)
    made.create_function("months", 2, lambda day, n: str(calendar.add_months(of(day), n)), deterministic=True)
    for table, columns in [("cin_assessments", "cina_person_id"), ("cin_episodes", "cine_person_id"),
                           ("cp_plans", "cppl_person_id"), ("s47_enquiry", "s47e_s47_enquiry_id"),
                           ("person", "pers_person_id"), ("involvements", "invo_person_id")]:
        made.execute(f"CREATE INDEX {table}_of ON {table} ({columns})")
    return made


class Leads:
    """Who led for a child on a day, and in which team."""

    def __init__(self, made):
        self.of = {}
        for person, start, end, team, worker in made.execute("""
                SELECT invo_person_id, invo_involvement_start_date, invo_involvement_end_date, invo_professional_team,
                    invo_professional_id FROM involvements WHERE invo_professional_role_id = 'Allocated Case Worker'
                ORDER BY invo_involvement_start_date, rowid"""):
            self.of.setdefault(person, []).append((start, end or "9", team, worker))

    def lead(self, child, day):
        """The team and the worker."""
        held = [(team, worker) for start, end, team, worker in self.of.get(child, []) if start <= day <= end]
        return held[-1] if held else (None, None)

    def team(self, child, day):
        return self.lead(child, day)[0]


def span(text):
    """The first and last day of a period as it is printed."""
    if "/" in text:
        return text.split("/")
    if len(text) == 7:
        first = datetime.date.fromisoformat(text + "-01")
        return str(first), str(calendar.add_months(first, 1) - datetime.timedelta(1))
    return text, text


def in_need_since(made, day):
    """The children in need on a day, and since when without a break: referrals that overlap or touch are one spell."""
    spells = {}
    for child, start, end in made.execute("""
            SELECT cine_person_id, cine_referral_date, cine_close_date FROM cin_episodes
            WHERE cine_referral_nfa <> 'Y' ORDER BY cine_referral_date"""):
        # An end before the start is an error, and the spell counts as open; one on the day itself is no spell.
        end = "9" if not end or end < start else end
        if end == start:
            continue
        have = spells.setdefault(child, [])
        if have and have[-1][1] >= start:
            have[-1][1] = max(have[-1][1], end)
        else:
            have.append([start, end])
    died = dict(made.execute("SELECT pers_person_id, pers_death_date FROM person WHERE pers_death_date <> ''"))
    for child, have in spells.items():
        for start, end in have:
            if start <= day < end and died.get(child, "9") > day:
                yield child, start


def counted(made, leads, truth, today, periods):
    sums = {}

    def add(measure, period, team, numerator):
        for key in {(measure, period, None), (measure, period, team or None)}:
            have = sums.setdefault(key, [0, 0])
            have[0] += numerator
            have[1] += 1

    spans = {period: [span(period)[0], min(span(period)[1], today)] for period in periods}
    for measure, query in HAPPENED.items():
        for day, numerator, team, child in made.execute(query):
            for period, (first, last) in spans.items():
                if first <= day <= last:
                    add(measure, period, team or leads.team(child, day), numerator)
    for measure, query in STOOD.items():
        for period, (_, last) in spans.items():
            for child, numerator in made.execute(query, {"day": last}):
                add(measure, period, leads.team(child, last), numerator)
    for period, (_, last) in spans.items():
        for child, since in in_need_since(made, last):
            since = calendar.add_months(datetime.date.fromisoformat(since), 24)
            add(LONG_IN_NEED, period, leads.team(child, last), str(since) <= last)
    died = dict(made.execute("SELECT pers_person_id, pers_death_date FROM person WHERE pers_death_date <> ''"))
    for period, (_, last) in spans.items():
        holding = {}
        for child in leads.of:
            team, worker = leads.lead(child, last)
            if worker and died.get(child, "9") > last:
                for key in {None, team or None}:
                    holding.setdefault(key, []).append(worker)
        for team, workers in holding.items():
            sums[(CASELOAD, period, team)] = [len(workers), len(set(workers))]
    standing = {}
    for line in open(truth, encoding="utf-8"):
        concern = json.loads(line)
        if "ssd" in concern["visibleIn"]:
            standing.setdefault(concern["concern"], set()).add(concern["child"])
    planned = [child for child, _ in made.execute(STOOD["children-on-a-protection-plan"], {"day": today})]
    for measure, code in BY_CONCERN.items():
        sums[(measure, today, None)] = [
            len([child for child in planned if child not in standing.get(code, set())]), len(planned)]
    needy = {child for child, _ in made.execute(STOOD["children-in-need"], {"day": today})}
    for measure, code in IN_NEED_WITH.items():
        sums[(measure, today, None)] = [len(needy & standing.get(code, set())), len(needy)]
    of_kind = {}
    for code, kind in kinds().items():
        of_kind.setdefault(kind, set()).update(standing.get(code, set()))
    of_kind["unseen"] |= {child for child, in made.execute(f"SELECT child FROM ({BACK_UNSEEN}) WHERE 1 {ALIVE}", {"day": today})}
    # A case that was closed the day after such a day was closed too soon, until the child is referred and accepted again.
    for child, closed in made.execute("""
            SELECT cine_person_id, cine_close_date FROM cin_episodes closing
            WHERE cine_referral_nfa <> 'Y' AND cine_close_date <> '' AND cine_close_date <= ?
            AND cine_close_reason NOT IN ('RC1', 'RC2', 'RC5') AND NOT EXISTS (
                SELECT 1 FROM cin_episodes again WHERE again.cine_person_id = closing.cine_person_id
                AND again.cine_referral_nfa <> 'Y' AND again.cine_referral_date >= closing.cine_close_date
                AND again.cine_referral_date <= ?)""", (today, today)).fetchall():
        before = str(datetime.date.fromisoformat(closed) - datetime.timedelta(1))
        if child not in of_kind["adrift"] and made.execute(
                f"SELECT 1 FROM ({BACK_UNSEEN}) WHERE child = :child", {"day": before, "child": child}).fetchone():
            of_kind["adrift"].add(child)
    for kind, children in of_kind.items():
        if children:
            sums[(OPEN_OF_KIND + kind, today, None)] = [len(children)] * 2
    return sums


def kinds():
    """The kind of each concern about a child that Today shows."""
    with open(HERE.parent / "Data" / "concerns.tsv", newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: row["kind"] for row in rows if row["in_today"] == "yes"}


def main(folder, truth, printed, today):
    with open(HERE.parent / "Data" / "bank-holidays-england-and-wales.csv", encoding="utf-8") as file:
        calendar.HOLIDAYS.update(datetime.date.fromisoformat(row["date"]) for row in csv.DictReader(file))
    rows = json.load(open(printed, encoding="utf-8"))
    said = {(row["measure"], row["period"], row["team"]): row for row in rows if row["numerator"] is not None}
    made = database(folder)
    sums = counted(made, Leads(made), truth, today, sorted({row["period"] for row in rows}))
    equal, wrong = 0, []
    whole = set(HAPPENED) | set(STOOD) | {LONG_IN_NEED, CASELOAD}
    for key in sorted({key for key in said if key[0] in whole} | set(sums), key=str):
        row = said.get(key)
        have = [row["numerator"], row["denominator"]] if row else [0, 0]
        want = sums.get(key, [0, 0])
        if have == want:
            equal += 1
        else:
            wrong.append((key, have, want))
    for key, have, want in wrong[:20]:
        print(*key, "printed", have, "counted", want, file=sys.stderr)
    print(f"{equal} of {equal + len(wrong)} figures of {len({key[0] for key in sums} | whole)} measures are equal.")
    return 1 if wrong or not equal else 0


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
