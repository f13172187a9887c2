"""A server over an invented council, and a browser to look at it with."""
import os
import pathlib
import re
import subprocess
import time

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[3]


def program():
    named = os.environ.get("SIGHTLINE_PROGRAM")
    return pathlib.Path(named) if named else ROOT / ".build" / "debug" / "sightline"


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
