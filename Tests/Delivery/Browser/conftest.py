"""A server over an invented council, and a browser to look at it with."""
import os
import pathlib
import re
import subprocess
import threading
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[3]
PASSWORD = "a long enough password"
AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def faults(page, width):
    """What axe finds wrong (WCAG 2.2 AA), and whether anything has to be scrolled to sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    found = [f["id"] for f in AXE.run(page, options=RULES).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        found.append("scrolls sideways")
    return found


def axe(page):
    """At both widths; nothing without JavaScript, because axe is itself a script."""
    return [] if not page.scripted else faults(page, 320) + faults(page, 1280)


def look(page, name):
    """Faults at both widths, and a picture of each where somebody wants to see them."""
    found = []
    for width in (320, 1280):
        found += faults(page, width)
        if folder := os.environ.get("SIGHTLINE_SCREENSHOTS"):
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    return found


def program():
    named = os.environ.get("SIGHTLINE_PROGRAM")
    return pathlib.Path(named) if named else ROOT / ".build" / "debug" / "sightline"


def drain(process):
    """What a server goes on writing is read, or it would wait for somebody to read it."""
    threading.Thread(target=process.stdout.read, daemon=True).start()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("record")
    process = subprocess.Popen(
        [program(), "serve", "--demo", "--demo-children", "150", "--port", "0", "--database", str(folder / "demo.db"),
         "--data", str(ROOT / "Data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = None
    for line in process.stdout:
        found = re.search(r"http://\S+:\d+", line)
        if found:
            address = found.group(0)
            break
    assert address, "the server said no address"
    drain(process)
    yield address
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as play:
        path = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
        browser = play.chromium.launch(executable_path=path) if path else play.chromium.launch()
        yield browser
        browser.close()


PEOPLE = {
    "jo": "social-worker", "mo": "manager", "eve": "emergency-duty", "ana": "manager", "dee": "manager",
    "sam": "administrator",
}


@pytest.fixture(scope="module")
def kept_here(tmp_path_factory):
    """A council whose record is kept here, with nobody in it but those who record."""
    folder = tmp_path_factory.mktemp("kept-here")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    subprocess.run([program(), "go-live", "--name", "Invented council", *options], check=True, capture_output=True)
    for name, role in PEOPLE.items():
        subprocess.run(
            [program(), "user", name, "--role", role, *options], check=True, capture_output=True, text=True,
            input=PASSWORD + "\n")
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    drain(process)
    yield address
    process.terminate()
    process.wait(timeout=20)


def signed_in(browser, address, name, scripted=True):
    """A page of somebody who signed in by typing."""
    page = browser.new_context(java_script_enabled=scripted).new_page()
    page.goto(address + "/sign-in")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(today|nights|access-log|sign-in/code)"))
    page.scripted = scripted
    return page


def refer(page, address, forename, surname, born="4/5/2018"):
    """A child not known here is referred, and harm alleged; where they are then."""
    page.goto(f"{address}/search?q={forename}+{surname}")
    page.click("text=refer a child not known here")
    page.fill("#born", born)
    page.check("#harm")
    record_it(page)
    return page.url


def take(page, child, step, **answers):
    """Takes a step of a child's journey: lines are typed, choices made."""
    page.goto(f"{child}/steps/{step}")
    fill(page, **answers)
    page.click("button.button >> text=Record")
    page.wait_for_url("**/recorded/*")


def fill(page, **answers):
    for name, answer in answers.items():
        for value in answer if isinstance(answer, list) else [answer]:
            field = page.locator(f'main [name="{name}"]').first
            kind = field.evaluate("field => field.type")
            if kind in ("radio", "checkbox"):
                page.check(f'main [name="{name}"][value="{value}"]')
            elif kind == "select-one":
                page.select_option(f'main select[name="{name}"]', value)
            else:
                field.fill(value)


def record_it(page):
    """Sends the form of a child not known here. Children alike are shown first: whoever sends it has looked at them."""
    with page.expect_navigation():
        page.click("text=Record it")
    if page.locator("#none").count():
        assert "/children/" not in page.url
        page.check("#none")
        page.click("text=Record it")
    page.wait_for_url("**/children/*")


def sign_in(browser, server, persona, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(server + "/sign-in")
    page.click(f'button[value="{persona}"]')
    page.wait_for_load_state()
    return page


@pytest.fixture
def manager(browser, server):
    page = sign_in(browser, server, "demo-manager")
    yield page
    page.context.close()
