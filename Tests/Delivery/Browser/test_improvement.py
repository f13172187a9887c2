"""Improvement plans in a real browser, over the kept record of the Wirral story: pages usable at both widths, with no fault axe can
find, an action written of with and without JavaScript, and the signature of a month held against another program's SHA-256."""
import hashlib
import re
import subprocess

import pytest

from conftest import ROOT, drain, program
from test_audit import PASSWORD, enter
from test_pages import faults

PLAN = "/improvement/plan"
PAGES = {
    "plans": "/improvement", "plan": PLAN, "team": f"{PLAN}?team=T1", "action": f"{PLAN}/actions/action-1",
    "point": f"{PLAN}/points/paragraph-31", "months": f"{PLAN}/months", "month": f"{PLAN}/months/2011-09",
    "meetings": f"{PLAN}/meetings", "meeting": f"{PLAN}/meetings/committee-2011-06-01", "changes": f"{PLAN}/changes",
}


@pytest.fixture(scope="module")
def wirral(tmp_path_factory):
    database = str(tmp_path_factory.mktemp("wirral") / "record.db")
    subprocess.run(
        [program(), "story", "wirral-improvement", "--keep", database, "--data", str(ROOT / "Data")], check=True,
        capture_output=True)
    for name, role in (("mo", "manager"), ("wo", "social-worker")):
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


@pytest.fixture(scope="module")
def manager(browser, wirral):
    page = enter(browser, wirral, "mo")
    yield page
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault_axe_can_find(manager, wirral, name):
    assert manager.goto(wirral + PAGES[name]).status == 200
    assert faults(manager, 320) + faults(manager, 1280) == []


def test_a_frozen_month_has_the_sha_256_another_program_finds(manager, wirral):
    previous = "none"
    for month in ("2011-04", "2011-05", "2011-06"):
        text = manager.request.get(f"{wirral}{PLAN}/months/{month}/signed.txt").body()
        digest = hashlib.sha256(text).hexdigest()
        assert f"previous {len(previous)}: {previous}\n".encode() in text
        manager.goto(f"{wirral}{PLAN}/months/{month}")
        assert digest in manager.content()
        previous = digest


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_manager_writes_for_a_month_and_a_worker_who_does_not_own_it_cannot(browser, wirral, scripted):
    page = enter(browser, wirral, "mo", java_script_enabled=scripted)
    page.goto(f"{wirral}{PLAN}/actions/action-2")
    page.click("summary >> text=Write for a month")
    page.click("button.button >> text=Write")
    assert "Error" in page.title()
    page.fill("#goes", f"It goes well, {scripted}")
    page.click("button.button >> text=Write")
    page.wait_for_url(f"**{PLAN}/actions/action-2")
    assert f"It goes well, {scripted}" in page.content()
    page.context.close()
    worker = enter(browser, wirral, "wo")
    worker.goto(f"{wirral}{PLAN}/actions/action-2")
    assert "Write for a month" not in worker.content()
    worker.context.close()
