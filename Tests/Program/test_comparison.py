"""Published figures beside a council's own: recomputed from a census, and limits of chance against scipy."""
import csv
import json

import numpy as np
import pytest
from scipy.stats import binom
from test_command_line import ROOT, run

RATES = ["referrals-per-10000", "children-in-need-per-10000", "section-47-enquiries-per-10000"]
REREFERRALS = "re-referrals-within-12-months"


def published(name):
    with open(ROOT / "Data" / "published-statistics" / f"{name}.tsv", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def compare(*arguments):
    done = run("compare", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_similar_councils_are_those_numpy_finds():
    found = compare(REREFERRALS, "--council", "344", "--year", 2023)
    rates = [{row["code"]: float(row["value"]) for row in published(name)
              if row["year"] == "2023" and row["level"] == "council" and row["value"]} for name in RATES]
    codes = sorted(set.intersection(*map(set, rates)))
    values = np.array([[rate[code] for rate in rates] for code in codes])
    apart = np.linalg.norm((values - values[codes.index("344")]) / values.std(axis=0), axis=1)
    nearest = [(codes[place], apart[place]) for place in np.argsort(apart, kind="stable") if codes[place] != "344"][:10]
    assert [similar["code"] for similar in found["similar"]] == [code for code, _ in nearest]
    assert [similar["distance"] for similar in found["similar"]] == pytest.approx([far for _, far in nearest])


def test_a_measure_defined_otherwise_is_not_compared():
    done = run("compare", "referrals", "--council", "344")
    assert done.returncode == 2 and "same definition" in done.stderr
    done = run("compare", REREFERRALS, "--council", "000")
    assert done.returncode == 2 and "no figure was published of a council" in done.stderr


def referral(number, opened, closed, code="N1"):
    return (f"<CINdetails><CINreferralDate>{opened}</CINreferralDate><ReferralSource>1A</ReferralSource>"
            f"<PrimaryNeedCode>{code}</PrimaryNeedCode><CINclosureDate>{closed}</CINclosureDate>"
            "<ReasonForClosure>RC6</ReasonForClosure><ReferralNFA>0</ReferralNFA></CINdetails>")


def census(again, once):
    """A year in which `again` of `again` + `once` referrals follow another of the same child within twelve months."""
    def child(number, details):
        return (f"<Child><ChildIdentifiers><LAchildID>{number}</LAchildID><PersonBirthDate>2014-05-01</PersonBirthDate>"
                f"<Sex>U</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>NOBT</Ethnicity></ChildCharacteristics>"
                f"{details}</Child>")

    children = [child(number, referral(number, "2022-04-05", "2022-05-05") + referral(number, "2022-11-07", "2022-12-07"))
                for number in range(again)]
    children += [child(again + number, referral(number, "2022-06-01", "2022-07-01")) for number in range(once - again)]
    return (f"<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year>"
            "<ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>344</LEA>"
            "</Source></Header><Children>" + "".join(children) + "</Children></Message>")


def test_a_published_figure_is_recomputed_from_a_census_of_that_year(tmp_path):
    row = next(row for row in published(REREFERRALS)
               if (row["year"], row["level"], row["code"]) == ("2023", "council", "344"))
    again, of = int(row["numerator"]), int(row["denominator"])
    file = tmp_path / "census.xml"
    file.write_text(census(again, of - again))
    done = run("import", file, "--database", tmp_path / "record.db", "--council", "344")
    assert done.returncode in (0, 1), done.stderr
    rows = json.loads(run("measures", "--database", tmp_path / "record.db", "--council", "344", "--as-of", "2023-03-31",
                          "--format", "json").stdout)
    found = next(one for one in rows if one["measure"] == REREFERRALS and one["team"] is None
                 and one["period"] == "2022-04-01/2023-03-31")
    assert (found["numerator"], found["denominator"]) == (again, of)
    assert f"{found['value']:.1f}" == row["value"]


def test_limits_of_a_funnel_are_those_of_scipy():
    sizes = [1, 2, 5, 10, 37, 100, 999, 5000]
    for part, whole in [(1, 3), (447, 2110), (1, 1000), (970, 1000), (7, 13)]:
        done = run("funnel", "--found", part, "--all", whole, "--sizes", ",".join(map(str, sizes)))
        assert done.returncode == 0, done.stderr
        for row, size in zip(json.loads(done.stdout), sizes, strict=True):
            limits = [binom.ppf(chance, size, part / whole) for chance in (0.025, 0.975, 0.001, 0.999)]
            assert [row["low95"], row["high95"], row["low998"], row["high998"]] == limits
