"""A council whose record is kept here, in a real browser: a child is referred and visited, by keyboard, without
JavaScript, and with no fault axe can find."""
import re
import subprocess

import pytest

from conftest import ROOT, program
from test_pages import faults

PASSWORD = "a long enough password"


@pytest.fixture(scope="module")
def kept_here(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept-here")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    subprocess.run([program(), "go-live", "--name", "Invented council", *options], check=True, capture_output=True)
    subprocess.run(
        [program(), "user", "jo", "--role", "social-worker", *options], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    yield address
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def worker(browser, kept_here, request):
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.goto(kept_here + "/sign-in")
    page.fill("#username", "jo")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/today")
    page.scripted = request.param
    yield page
    context.close()


def axe(page):
    """Axe is itself a script."""
    return [] if not page.scripted else faults(page, 320) + faults(page, 1280)


def test_a_child_is_referred_and_visited(worker, kept_here):
    name = "Asha Invented" if worker.scripted else "Bilal Madeup"
    forename, surname = name.split()
    worker.goto(kept_here + f"/search?q={forename}+{surname}")
    worker.click("text=refer a child not known here")
    assert axe(worker) == []
    worker.fill("#born", "4/5/2018")
    worker.check("#harm")
    worker.click("text=Record the referral")
    worker.wait_for_url("**/children/*")
    assert worker.locator(".errors").count() == 0
    assert name in worker.inner_text("h1")
    assert axe(worker) == []

    worker.click("text=Record a visit")
    assert axe(worker) == []
    worker.click("text=Record the visit")
    assert "Choose whether the child was seen" in worker.inner_text(".errors")
    assert axe(worker) == []
    # By keyboard alone from the first answer on.
    worker.focus("#seen")
    worker.keyboard.press("Space")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Space")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Tab")
    worker.keyboard.type("I like school")
    worker.click("text=Record the visit")
    worker.wait_for_url("**/visits/visit-*")
    assert "Visit recorded" in worker.inner_text("h1")
    assert "The child was seen, and seen alone." in worker.inner_text("main")
    assert "Child in need not seen" in worker.inner_text("main")
    assert axe(worker) == []
