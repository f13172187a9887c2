#!/usr/bin/env python3
"""Clicks, keystrokes and seconds to audit one file in a real browser, on the kept record of a story: every question of the
tool answered, the overall grade, why, and one action. Needs SIGHTLINE_PROGRAM; prints a line of a table.

Seconds are of the browser and the server: a person reads and thinks as well. What is typed counts a key for each character.
"""
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import threading
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ["SIGHTLINE_PROGRAM"]
PASSWORD = "a long enough password"
FILES = 5


def serve(database):
    data = ["--database", database, "--data", str(ROOT / "Data")]
    subprocess.run([PROGRAM, "story", "leeds-2009", "--keep", database, "--data", str(ROOT / "Data")], check=True,
                   capture_output=True)
    for name, role in (("aud", "auditor"), ("mo", "manager")):
        subprocess.run([PROGRAM, "user", name, "--role", role, *data], check=True, capture_output=True, text=True,
                       input=PASSWORD + "\n")
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    threading.Thread(target=process.stdout.read, daemon=True).start()
    return process, found


def audit(page):
    """Reads one file; how many clicks and keys, and how long."""
    clicks = keys = 0
    start = time.monotonic()
    with page.expect_navigation():
        page.click("text=Read the file >> nth=0")
    clicks += 1
    names = page.eval_on_selector_all(
        "main input[type=radio][name^=q-]", "all => [...new Set(all.map(one => one.name))]")
    for name in names:
        page.check(f"input[name={name}][value=yes]")
        clicks += 1
    for name, value in (("risk", "no"), ("grade", "good")):
        page.check(f"input[name={name}][value={value}]")
        clicks += 1
    typed = {"analysis": "Seen in time, and the plan says who does what", "what": "Say how anybody will know",
             "by": "1 Feb 2027"}
    for name, words in typed.items():
        page.focus(f"#{name}")
        page.keyboard.type(words)
        keys += len(words)
    page.select_option("#owner", "mo")
    clicks += 2
    with page.expect_navigation():
        page.click("button.button >> text=Save what you found")
    clicks += 1
    assert "/cases/" not in page.url, page.inner_text("main")
    return clicks, keys, time.monotonic() - start, len(names)


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        process, address = serve(f"{folder}/record.db")
        path = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
        browser = play.chromium.launch(executable_path=path) if path else play.chromium.launch()
        try:
            page = browser.new_page()
            page.goto(address + "/sign-in")
            page.fill("#username", "aud")
            page.fill("#password", PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url("**/today")
            page.goto(address + "/audit/draw")
            page.fill("#purpose", "Measured")
            page.check("input[name=method][value=simple-random]")
            page.select_option("#frame", "open")
            page.fill("#size", str(FILES))
            page.select_option("#tool", "case-file")
            page.check("input[name=reaudit]")
            page.click("button.button >> text=Draw")
            page.wait_for_url("**/audit/samples/sample-*")
            runs = [audit(page) for _ in range(FILES)]
        finally:
            browser.close()
            process.terminate()
            process.wait(timeout=20)
    clicks, keys, _, questions = runs[0]
    seconds = [run[2] for run in runs]
    print(f"| one file, {questions} questions and an action | {keys} | {clicks} | {statistics.median(seconds):.2f} | "
          f"{max(seconds):.2f} |")


if __name__ == "__main__":
    main()
