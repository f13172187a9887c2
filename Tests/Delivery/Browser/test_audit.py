"""Audit and inspection in a real browser, over the kept record of the Leeds story: pages usable at both widths, with no fault
axe can find, and a file read and flagged with and without JavaScript."""
import re
import subprocess

import pytest

from conftest import ROOT, drain, program, sign_in
from test_pages import faults

PASSWORD = "a long enough password"
PAGES = {
    "audit": "/audit", "draw": "/audit/draw", "sample": "/audit/samples/files",
    "look-back": "/audit/samples/look-back", "file": "/audit/samples/files/cases/record:L1",
    "theme": "/audit/draw?theme=supervision", "how many": "/audit/draw?of=400&margin=10&expected=50",
    "agreement": "/audit/agreement",
    "new inspection": "/audit/inspections/new", "inspection": "/audit/inspections/inspection",
    "report": "/audit/inspections/inspection/report", "access": "/audit/inspections/inspection/access",
    "looks": "/audit/inspections/inspection/looks", "draft": "/audit/inspections/inspection/draft",
    "data": "/audit/inspections/inspection/data", "requests": "/audit/inspections/inspection/requests",
    "after": "/audit/inspections/inspection/after", "programmes": "/audit/programmes", "ranking": "/register/ranking",
    "pattern": "/register/patterns/plans_not_smart", "register": "/register",
    "council": "/register/councils/Darlington", "flag": "/children/record:L1/steps/unsafe",
}


@pytest.fixture(scope="module")
def leeds(tmp_path_factory):
    database = str(tmp_path_factory.mktemp("leeds") / "record.db")
    subprocess.run(
        [program(), "story", "leeds-2009", "--keep", database, "--data", str(ROOT / "Data")], check=True,
        capture_output=True)
    for name, role in (("aud", "auditor"), ("sec", "auditor"), ("mo", "manager")):
        subprocess.run(
            [program(), "user", name, "--role", role, "--database", database, "--data", str(ROOT / "Data")], check=True,
            capture_output=True, text=True, input=PASSWORD + "\n")
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", "--database", database, "--data", str(ROOT / "Data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    drain(process)
    yield address
    process.terminate()
    process.wait(timeout=20)


def enter(browser, leeds, name, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(leeds + "/sign-in")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/today")
    return page


@pytest.fixture(scope="module")
def inspector(browser, leeds):
    # The story's inspection is closed, and lets no inspector in: an auditor sees the same pages.
    page = enter(browser, leeds, "aud")
    yield page
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault_axe_can_find(inspector, leeds, name):
    assert inspector.goto(leeds + PAGES[name]).status == 200
    assert faults(inspector, 320) + faults(inspector, 1280) == []


@pytest.mark.parametrize("scripted, reader", [(True, "aud"), (False, "sec")], ids=["with JavaScript", "without JavaScript"])
def test_a_sample_is_drawn_and_a_file_of_it_is_read_and_flagged(browser, leeds, scripted, reader):
    page = enter(browser, leeds, reader, java_script_enabled=scripted)
    page.goto(leeds + "/audit/draw")
    page.click("button.button >> text=Draw")
    assert "Error" in page.title()
    page.fill("#purpose", f"Spring, {reader}")
    page.check("input[name=method][value=simple-random]")
    page.select_option("#frame", "open")
    page.fill("#size", "5")
    page.select_option("#tool", "case-file")
    page.check("input[name=reaudit]")
    page.click("button.button >> text=Draw")
    page.wait_for_url("**/audit/samples/sample-*")
    assert "nobody chose" in page.content() and "0 of 5 files are read" in page.content()
    sample = page.url
    page.click("text=Read the file >> nth=0")
    for question in ("seen", "safe_now", "strategy_with_partners"):
        page.check(f"input[name=q-{question}][value=yes]")
    page.fill("#unsafe", "Nobody has been for a month")
    page.click("button.button >> text=Save what you found")
    assert "Error" in page.title() and "It waits for an answer" in page.content()
    if scripted:
        assert faults(page, 320) + faults(page, 1280) == []
    page.check("input[name=risk][value=yes]")
    page.check("input[name=grade][value=inadequate]")
    page.fill("#analysis", "Nobody came")
    page.click("button.button >> text=Save what you found")
    page.wait_for_url(sample)
    assert "1 of 5 files are read" in page.content() and "Flagged, and not answered" in page.content()
    if scripted:
        assert faults(page, 320) + faults(page, 1280) == []
    page.context.close()


def test_a_flagged_child_comes_first_and_a_manager_neither_draws_nor_reads(browser, leeds):
    reader = enter(browser, leeds, "aud")
    reader.goto(leeds + "/children/record:L20/steps/unsafe")
    reader.check("input[name=kind][value=unsafe]")
    reader.fill("#why", "A new injury")
    reader.click("button.button >> text=Record")
    reader.wait_for_url("**/recorded/*")
    reader.context.close()
    page = enter(browser, leeds, "mo")
    assert "Unsafe now" in page.content()
    first = page.locator("a[href^='/children/']").first.get_attribute("href")
    page.goto(leeds + first)
    assert "Flagged as unsafe" in page.content()
    assert page.goto(leeds + "/audit/draw").status == 403
    assert page.goto(leeds + PAGES["file"]).status == 403
    page.context.close()


def test_those_who_did_the_work_read_their_audit_and_another_auditor_moderates_it(browser, server):
    sample = "/audit/samples/sample-demonstration"
    page = sign_in(browser, server, "demo-manager")
    page.goto(server + sample)
    child = page.locator("main table a[href^='/children/']").nth(2).get_attribute("href")
    assert page.goto(f"{server}{child}/audits/audit-demo-2-auditor").status == 200
    assert faults(page, 320) + faults(page, 1280) == []
    page.click("text=Reply to an audit of the file")
    page.check("input[name=agrees][value=no]")
    page.fill("#words", "The visits were written in the other system")
    page.click("button.button >> text=Record")
    page.wait_for_url("**/recorded/*")
    page.goto(f"{server}{child}/audits/audit-demo-2-auditor")
    assert "disputes it" in page.content()
    page.context.close()
    page = sign_in(browser, server, "demo-other-auditor")
    case = child.replace("/children/", sample + "/cases/")
    assert page.goto(f"{server}{case}/moderation").status == 200
    assert faults(page, 320) + faults(page, 1280) == []
    page.click("button.button >> text=Record the moderation")
    assert "Error" in page.title()
    page.check("input[name=grade][value=inadequate]")
    page.check("input[name=risk][value=yes]")
    page.fill("#why", "Nobody saw the child alone")
    page.click("button.button >> text=Record the moderation")
    page.wait_for_url("**" + sample)
    assert "moderator: inadequate" in page.content()
    assert page.goto(f"{server}{case}/moderation").status == 200
    # Whoever read it moderates nothing.
    page.context.close()
    page = sign_in(browser, server, "demo-auditor")
    assert page.goto(f"{server}{case}/moderation").status == 404
    page.context.close()
