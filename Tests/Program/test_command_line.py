"""The program as a person runs it: exit codes, JSON, and files that are not what they should be."""
import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*arguments, stdin=None):
    named = os.environ.get("SIGHTLINE_PROGRAM")
    program = named or str(ROOT / ".build" / "debug" / "sightline")
    return subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, input=stdin, timeout=240, check=False)


def census(children, year=2026):
    return f"""<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header><Children>{children}</Children></Message>"""


UNASSESSED = """<Child><ChildIdentifiers><LAchildID>Invented-1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate>
</ChildIdentifiers><CINdetails><CINreferralDate>2026-03-02</CINreferralDate><ReferralSource>6</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails></Child>"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "census.xml"
        path.write_text(text)
        return path
    return write


def test_a_referral_nobody_assessed_is_named_with_its_day(file):
    done = run("check", file(census(UNASSESSED)), "--format", "json")
    report = json.loads(done.stdout)
    concern = next(c for c in report["concerns"] if c["concern"] == "assessment-not-started")
    assert done.returncode == 1
    assert concern["child"] == "Invented-1"
    assert concern["about"] == "referral:2026-03-02"
    assert concern["due"] == "2026-03-04"
    assert concern["onset"] == "2026-03-05"
    assert report["asOf"] == "2026-03-31"
    assert report["threeCounts"]["unsafeNow"] is None


def test_a_check_that_cannot_be_made_has_no_count(file):
    report = json.loads(run("check", file(census(UNASSESSED)), "--format", "json").stdout)
    assert "plan-child-unseen" in report["notCheckable"]
    assert "plan-child-unseen" not in report["counts"]


def test_nothing_found_leaves_with_nought_and_never_says_safe(file):
    done = run("check", file(census("")))
    assert done.returncode == 0
    assert "Nothing found missing in what was checked" in done.stdout
    assert "safe" not in done.stdout.replace("unsafe", "").lower().replace("unsafe now", "")


@pytest.mark.parametrize("text", [
    "", "hello", "<Message><Children><Child>", "<html/>",
    '<!DOCTYPE a [<!ENTITY b "c">]><Message><Children/></Message>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Message><Children>&b;</Children></Message>',
])
def test_a_file_that_is_no_census_gets_one_clear_error_and_two(file, text):
    done = run("check", file(text), "--format", "json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_word_nobody_knows_is_bad_usage():
    assert run("check", "--nonsense").returncode == 2


def test_the_same_seed_makes_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        assert run("simulate", "--children", 40, "--seed", 9, "--census", tmp_path / name).returncode == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_tonights_file_after_last_nights_adds_only_what_changed(file, tmp_path):
    database = tmp_path / "record.db"
    first = json.loads(run("import", file(census(UNASSESSED)), "--database", database, "--format", "json").stdout)
    again = json.loads(run("import", file(census(UNASSESSED)), "--database", database, "--format", "json").stdout)
    closed = UNASSESSED.replace("<ReferralNFA>", "<CINclosureDate>2026-03-20</CINclosureDate><ReferralNFA>")
    third = json.loads(run("import", file(census(closed)), "--database", database, "--format", "json").stdout)
    gone = json.loads(run("import", file(census("")), "--database", database, "--format", "json").stdout)
    assert (first["added"], first["changed"]) == (2, 0)
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)
    assert (third["added"], third["changed"]) == (0, 1)
    assert gone["noLongerInSource"] >= 1
    assert run("verify", "--database", database).returncode == 0


def test_verify_names_the_entry_somebody_changed(file, tmp_path):
    import sqlite3
    database = tmp_path / "record.db"
    run("import", file(census(UNASSESSED)), "--database", database)
    with sqlite3.connect(database) as sql:
        for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            sql.execute(f'DROP TRIGGER "{name}"')
        sql.execute("UPDATE entry SET happened = 1 WHERE seq = 2")
    done = run("verify", "--database", database, "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["firstBroken"] == 2


def test_verify_names_the_line_of_the_access_log_somebody_changed(tmp_path):
    import sqlite3
    database = tmp_path / "record.db"
    assert run("story", "darlington-2015", "--keep", database).returncode == 0
    whole = run("verify", "--database", database, "--format", "json")
    assert (whole.returncode, json.loads(whole.stdout)["firstBrokenLook"]) == (0, None)
    with sqlite3.connect(tmp_path / "record.access.db") as sql:
        tables = [name for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            sql.execute(f'DROP TRIGGER "{name}"')
        assert "look" in tables, tables
        sql.execute("UPDATE look SET at = at + 1 WHERE seq = 2")
    done = run("verify", "--database", database, "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["firstBrokenLook"] == 2
    assert "broken at line 2" in run("verify", "--database", database).stdout


def test_rows_made_by_another_program_are_worked_out_again(file, tmp_path):
    """Any other digest of program and standards will do, so the standards are changed by a comment."""
    import shutil, sqlite3
    data = tmp_path / "Data"
    shutil.copytree(pathlib.Path(__file__).resolve().parents[2] / "Data", data)
    database = tmp_path / "record.db"
    assert run("import", file(census(UNASSESSED)), "--database", database, "--data", data).returncode == 0

    def versions():
        with sqlite3.connect(database) as sql:
            return {row[0] for row in sql.execute("SELECT evaluated_under FROM child")}

    first = versions()
    assert run("rebuild", "--database", database, "--data", data).returncode == 0
    assert versions() == first
    with open(data / "timescales.yaml", "a") as timescales:
        timescales.write("# a comment\n")
    assert run("rebuild", "--database", database, "--data", data).returncode == 0
    assert versions() != first


def test_a_database_that_is_not_there_is_not_made(tmp_path):
    assert run("verify", "--database", tmp_path / "none.db").returncode == 2
    assert not (tmp_path / "none.db").exists()


def test_a_council_loads_files_or_keeps_its_record_here_and_never_both(file, tmp_path):
    kept, loaded = tmp_path / "kept.db", tmp_path / "loaded.db"
    assert run("go-live", "--name", "Invented", "--database", kept).returncode == 0
    refused = run("import", file(census(UNASSESSED)), "--database", kept)
    assert refused.returncode == 2
    assert "kept here" in refused.stderr
    assert run("import", file(census(UNASSESSED)), "--database", loaded).returncode == 0
    refused = run("go-live", "--name", "Invented", "--database", loaded)
    assert refused.returncode == 2
    assert "kept elsewhere" in refused.stderr


def test_a_newer_release_s_cover_is_extended_once_and_only_where_the_record_is_kept_here(file, tmp_path):
    options = ["--database", tmp_path / "record.db"]
    assert run("go-live", "--name", "Invented", *options).returncode == 0
    done = run("extend-cover", *options)
    assert done.returncode == 0 and "Nothing to add" in done.stdout
    assert run("extend-cover", "--from", "2001-01-01", *options).returncode == 2
    loaded = tmp_path / "loaded.db"
    assert run("import", file(census(UNASSESSED)), "--database", loaded).returncode == 0
    refused = run("extend-cover", "--database", loaded)
    assert refused.returncode == 2 and "not kept here" in refused.stderr


def test_a_password_shorter_than_twelve_is_refused(tmp_path):
    done = run("user", "amy", "--role", "analyst", "--database", tmp_path / "r.db", stdin="short\n")
    assert done.returncode == 2
    assert "12" in done.stderr


def test_each_number_of_the_story_opens_onto_its_children(tmp_path):
    """Kept, served and signed in to with a real password, as somebody would after the inspection."""
    import http.cookiejar, re, urllib.parse, urllib.request
    database = tmp_path / "darlington.db"
    assert run("story", "darlington-2015", "--keep", database).returncode == 0
    made = run("user", "amy", "--role", "manager", "--database", database, stdin="a long enough password\n")
    assert made.returncode == 0, made.stderr
    named = os.environ.get("SIGHTLINE_PROGRAM") or str(ROOT / ".build" / "debug" / "sightline")
    server = subprocess.Popen(
        [named, "serve", "--port", "0", "--database", str(database), "--data", str(ROOT / "Data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in server.stdout) if found)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

        def page(path, form=None):
            sent = urllib.parse.urlencode(form).encode() if form else None
            return browser.open(address + path, data=sent).read().decode()

        token = re.search(r'name="csrf" value="([^"]+)"', page("/sign-in")).group(1)
        page("/sign-in", {"csrf": token, "username": "amy", "password": "a long enough password"})
        numbers = page("/numbers?on=30/6/2015").replace("&amp;", "&")
        for heading, total in [
                ("heading=assessment-late&on=2015-06-30", 94), ("heading=conference-postponed&on=2015-06-30&began=year", 98)]:
            link = re.search(r'<a href="(/numbers/children\?' + re.escape(heading) + r')"[^>]*>([\d,]+)', numbers)
            assert link and int(link.group(2)) == total, heading
            children, place = set(), link.group(1)
            while place:
                shown = page(place).replace("&amp;", "&")
                assert f"{total} children" in shown
                children |= set(re.findall(r'href="/children/([^"/?]+)"', shown))
                following = re.search(r'href="(/numbers/children\?[^"]*after=[^"]*)"', shown)
                place = following.group(1) if following else None
            assert len(children) == total
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_the_matrix_of_access_names_every_role_and_says_why():
    done = run("access", "--format", "json")
    assert done.returncode == 0
    matrix = json.loads(done.stdout)
    assert {"manager", "social-worker", "front-door", "chair", "auditor", "director", "inspector", "member", "partner",
            "analyst", "administrator", "emergency-duty"} == set(matrix["roles"])
    rules = {(rule["role"], rule["verb"], rule["what"]): rule for rule in matrix["rules"]}
    assert rules["manager", "open-child", "GET /children/{child}"]["allowed"] is True
    assert rules["administrator", "open-child", "GET /children/{child}"]["allowed"] is False
    assert rules["social-worker", "authorise", "POST /children/{child}/steps/assessment-authorisation"]["allowed"] is False
    assert all(rule["because"] for rule in matrix["rules"])
    # Every role stands against every thing there is to ask for.
    asked = {(rule["verb"], rule["what"]) for rule in matrix["rules"]}
    assert len(matrix["rules"]) == len(asked) * len(matrix["roles"])


def test_a_demonstration_that_records_here_has_work_to_do(tmp_path):
    import http.cookiejar, re, urllib.parse, urllib.request
    named = os.environ.get("SIGHTLINE_PROGRAM") or str(ROOT / ".build" / "debug" / "sightline")
    server = subprocess.Popen(
        [named, "serve", "--demo", "--recorded-here", "--demo-children", "240", "--port", "0",
         "--database", str(tmp_path / "demo.db"), "--data", str(ROOT / "Data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in server.stdout) if found)

        def signed_in(persona):
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

            def page(path, form=None):
                sent = urllib.parse.urlencode(form).encode() if form else None
                return browser.open(address + path, data=sent).read().decode()

            token = re.search(r'name="csrf" value="([^"]+)"', page("/sign-in")).group(1)
            page("/sign-in/demo", {"csrf": token, "persona": persona})
            return page

        worker = signed_in("demo-social-worker")
        assert "Demonstration." in worker("/work")
        child = re.search(r'href="(/children/record%3A[^"/?]+|/children/record:[^"/?]+)"', worker("/today")).group(1)
        assert "Record something else" in worker(child)
        assert "Who holds whom" in signed_in("demo-manager")("/team")
        # A child of the worker's is asked over to another team, whose manager is among the invented people.
        asked = re.findall(r'href="(/children/record(?:%3A|:)[^"/?]+)"', worker("/work"))
        forms = ((held, worker(held + "/steps/transfer")) for held in dict.fromkeys(asked))
        # My work also lists what came of audits of children other teams hold; of the worker's own the form offers no Riverside.
        held, form = next(
            (held, form) for held, form in forms
            if "Hillside Team (invented)" in form and "Riverside Team" not in form)
        hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form))
        sent = worker(held + "/steps/transfer", {**hidden, "team": "demo-other-team", "why": "The family has moved"})
        assert "There is something to put right" not in sent
        other = signed_in("demo-other-manager")
        team = other("/team")
        assert "The family has moved" in team
        form = other(re.search(r'href="([^"]*/steps/transfer-answer[^"]*)"', team).group(1))
        hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form))
        taken = other(
            held + "/steps/transfer-answer", {**hidden, "accepted": "yes", "worker": "demo-other-social-worker"})
        assert "There is something to put right" not in taken and "T. Novak (invented)" in other(held)
        assert run("verify", "--database", tmp_path / "demo.db").returncode == 0
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_the_emergency_list_is_written_for_its_owner_alone(tmp_path):
    options = ["--database", tmp_path / "record.db", "--data", ROOT / "Data"]
    assert run("go-live", "--name", "Invented council", *options).returncode == 0
    page = tmp_path / "list.html"
    done = run("emergency-list", "--output", page, *options)
    assert done.returncode == 0, done.stderr
    assert page.stat().st_mode & 0o777 == 0o600
    assert "Nothing found missing in what was checked." in page.read_text()
    told = tmp_path / "list.json"
    assert run("emergency-list", "--output", told, "--format", "json", *options).returncode == 0
    assert json.loads(told.read_text())["children"] == []


def test_an_emergency_list_of_no_record_is_refused_and_not_empty(tmp_path):
    page = tmp_path / "list.html"
    assert run("emergency-list", "--output", page, "--database", tmp_path / "none.db").returncode == 2
    options = ["--database", tmp_path / "record.db", "--data", ROOT / "Data"]
    assert run("go-live", "--name", "Invented council", *options).returncode == 0
    assert run("emergency-list", "--output", page, "--council", "other", *options).returncode == 2
    assert not page.exists()


def test_what_is_past_its_retention_is_listed_by_number_with_the_row_that_says_so_and_nothing_goes(file, tmp_path):
    ended = UNASSESSED.replace("<ReferralNFA>0</ReferralNFA>", "<ReferralNFA>1</ReferralNFA>").replace(
        "<CINreferralDate>2026-03-02</CINreferralDate>",
        "<CINreferralDate>2012-03-02</CINreferralDate><CINclosureDate>2012-03-05</CINclosureDate>"
        "<ReasonForClosure>RC8</ReasonForClosure>")
    still = UNASSESSED.replace("Invented-1", "Invented-2")
    database = tmp_path / "record.db"
    assert run("import", file(census(ended + still)), "--database", database).returncode == 0

    def listed(day, *more):
        done = run("retention", "--database", database, "--as-of", day, "--format", "json", *more)
        return done.returncode, json.loads(done.stdout)

    code, past = listed("2018-03-05")
    assert (code, past["total"], past["restricted"]) == (0, 1, 0)
    [child] = past["children"]
    assert (child["child"], child["keptUntil"]) == ("census:Invented-1", "2018-03-05")
    assert [(row["row"], row["from"], row["until"]) for row in child["because"]] == [
        ("contact_only", "2012-03-05", "2018-03-05")]
    assert child["keptBy"] == [] and child["proposedOn"] is None
    assert listed("2018-03-04") == (0, {"total": 0, "restricted": 0, "children": []})
    assert listed("2018-03-04", "--fail-when-past")[0] == 0
    assert listed("2018-03-05", "--fail-when-past") == (1, past), "and nothing is gone by asking"
    table = run("retention", "--database", database, "--as-of", "2018-03-05")
    assert "contact_only: 6 years from the last day anything happened (2012-03-05), until 2018-03-05" in table.stdout
    unread = run("retention", "--database", tmp_path / "none.db")
    assert unread.returncode == 2 and unread.stdout == ""
