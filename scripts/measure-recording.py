#!/usr/bin/env python3
"""Keystrokes, clicks and seconds to record a visit, a contact with its decision, and a strategy discussion in a real browser,
on an invented council whose record is kept here: with a mouse, and again by keys alone. Needs SIGHTLINE_PROGRAM; prints a
table.

Seconds are of the browser and the server: a person thinks as well. What is typed counts a key for each character. By keys
alone each begins at the top of the child's page, leaves out what stands on every page by its first link, and every Tab on the
way is counted.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Delivery" / "Browser"))
from keyboard import Keys  # noqa: E402

PASSWORD = "a long enough password"


class Counted:
    """A page whose keys and clicks are counted."""

    def __init__(self, page):
        self.page, self.keys, self.clicks = page, 0, 0

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def type(self, text):
        self.page.keyboard.type(text)
        self.keys += len(text)

    def click(self, selector):
        self.page.click(selector)
        self.clicks += 1


def visit(on, child):
    on.page.goto(child)
    start = time.monotonic()
    on.click("a:text-is('Record a visit')")
    # Harm was alleged today, so the time is asked for.
    on.page.focus("#at")
    on.type("00:00")
    on.page.focus("#seen")
    on.press("Space")
    on.press("Tab")
    on.press("Space")
    on.press("Tab", 3)
    on.type("I like my new school")
    on.click("text=Record the visit")
    on.page.wait_for_url("**/visits/visit-*")
    return time.monotonic() - start


def contact(on, child):
    on.page.goto(child + "/steps/contact")
    start = time.monotonic()
    on.click("#harm-no")
    on.page.focus("#about")
    on.type("She came to school without a coat")
    on.click("button:text-is('Record')")
    on.page.wait_for_url("**/recorded/form-*")
    on.click("text=Decide a contact")
    on.click("#outcome-advice")
    on.page.focus("#why")
    on.type("The school helps with clothes")
    on.click("button:text-is('Record')")
    on.page.wait_for_url("**/recorded/form-*")
    return time.monotonic() - start


def discussion(on, child):
    on.page.goto(child + "/steps/strategy-discussion")
    start = time.monotonic()
    on.click("#means")
    for agency in ("police", "health"):
        on.click(f"#present-{agency}")
    on.click("#present")
    on.page.focus("#shared")
    on.type("What the school saw")
    on.click("#decision-joint-enquiry")
    on.page.focus("#safety")
    on.type("With her aunt tonight")
    on.page.focus("#actions")
    on.type("Visit tomorrow")
    on.click("button:text-is('Record')")
    on.page.wait_for_url("**/recorded/form-*")
    return time.monotonic() - start


def visit_by_keys(keys, child):
    keys.skip()
    keys.follow("Record a visit")
    keys.skip()
    keys.to_field("at")
    keys.type("00:00")
    keys.choose("seen", "yes")
    keys.choose("alone", "yes")
    keys.to_field("said")
    keys.type("I like my new school")
    keys.follow("Record the visit")


def contact_by_keys(keys, child):
    keys.skip()
    keys.follow("Record something else")
    keys.skip()
    keys.follow("Record a contact")
    keys.skip()
    keys.to_field("about")
    keys.type("She came to school without a coat")
    keys.choose("harm", "no")
    keys.follow("Record")
    keys.skip()
    keys.follow("Decide a contact.*")
    keys.skip()
    keys.choose("outcome", "advice")
    keys.to_field("why")
    keys.type("The school helps with clothes")
    keys.follow("Record")


def discussion_by_keys(keys, child):
    keys.skip()
    keys.follow("Record something else")
    keys.skip()
    keys.follow("Record a strategy discussion")
    keys.skip()
    keys.choose("means", "call")
    for agency in ("police", "health", "social-care"):
        keys.to_field("present", agency)
        keys.press("Space")
    keys.to_field("shared")
    keys.type("What the school saw")
    keys.choose("decision", "joint-enquiry")
    keys.to_field("safety")
    keys.type("With her aunt tonight")
    keys.to_field("actions")
    keys.type("Visit tomorrow")
    keys.follow("Record")


def by_keys(page, child, step):
    """How many keys, and how many seconds."""
    page.goto(child)
    keys, start = Keys(page), time.monotonic()
    step(keys, child)
    if not re.search("/(visits/visit-|recorded/form-)", page.url):
        raise SystemExit(f"not recorded by keys alone: {page.url}")
    return keys.pressed, time.monotonic() - start


def main():
    program = os.environ["SIGHTLINE_PROGRAM"]
    folder = tempfile.mkdtemp()
    options = ["--database", f"{folder}/record.db", "--data", os.path.join(os.path.dirname(__file__), "..", "Data")]
    subprocess.run([program, "go-live", "--name", "Invented council", *options], check=True, capture_output=True)
    subprocess.run(
        [program, "user", "jo", "--role", "manager", *options], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")
    server = subprocess.Popen(
        [program, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in server.stdout) if found)
    system = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
    rows = []
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=system) if system else play.chromium.launch()
            page = browser.new_page()
            page.goto(address + "/sign-in")
            page.fill("#username", "jo")
            page.fill("#password", PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url("**/today")
            page.goto(address + "/search?q=Asha+Invented")
            page.click("text=refer a child not known here")
            page.fill("#born", "4/5/2018")
            page.check("#harm")
            page.click("text=Record it")
            page.wait_for_url("**/children/*")
            child = page.url
            for name, step, keyed in (("a visit", visit, visit_by_keys),
                                      ("a contact and its decision", contact, contact_by_keys),
                                      ("a strategy discussion", discussion, discussion_by_keys)):
                times = []
                for _ in range(5):
                    on = Counted(page)
                    times.append(step(on, child))
                alone = sorted(by_keys(page, child, keyed) for _ in range(3))
                rows.append((name, on.keys, on.clicks, sorted(times)[2], max(times), *alone[1]))
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)
    print("| to record | keys | clicks | seconds (median of 5) | slowest | by keys alone: keys | seconds (of 3) |")
    print("|---|---|---|---|---|---|---|")
    for name, keys, clicks, median, slowest, alone, seconds in rows:
        print(f"| {name} | {keys} | {clicks} | {median:.2f} | {slowest:.2f} | {alone} | {seconds:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
