"""Signing in with codes, one's own account and the people page, in a real browser at both widths."""
import base64
import os
import re
import subprocess

import pyotp
import pytest

from conftest import PASSWORD, ROOT, look, program, signed_in


@pytest.fixture(scope="module")
def kept_here(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signing-in")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    for name, role in [("sam", "administrator"), ("jo", "social-worker"), ("mo", "manager")]:
        subprocess.run(
            [program(), "user", name, "--role", role, "--shown", f"{name.title()} (invented)", *options], check=True,
            capture_output=True, text=True, input=PASSWORD + "\n")
    (folder / "key").write_text(base64.b64encode(os.urandom(32)).decode())
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", "--codes-key", str(folder / "key"), *options], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    yield address
    process.terminate()
    process.wait(timeout=20)


def test_codes_are_set_up_and_asked_for(browser, kept_here):
    page = signed_in(browser, kept_here, "jo")
    page.goto(kept_here + "/account")
    assert look(page, "account") == []
    page.click("text=Set up or change your one-time codes")
    assert look(page, "codes-begin") == []
    page.fill("#current", PASSWORD)
    page.click("button:text-is('Set up codes')")
    assert look(page, "codes-confirm") == []
    app = pyotp.TOTP(page.inner_text("#secret").replace(" ", ""))
    page.fill("#code", "000000")
    page.click("button:text-is('Confirm')")
    assert "not right" in page.inner_text(".errors")
    assert look(page, "codes-wrong") == []
    page.fill("#code", app.now())
    page.click("button:text-is('Confirm')")
    assert page.locator(".secret-codes li").count() == 10
    assert look(page, "recovery") == []
    recovery = page.inner_text(".secret-codes li >> nth=0")
    page.goto(kept_here + "/account/codes")
    assert look(page, "codes-set-up") == []
    page.context.close()

    page = signed_in(browser, kept_here, "jo")
    assert page.url.startswith(kept_here + "/sign-in/code")
    assert look(page, "code") == []
    page.fill("#code", recovery)
    page.click("button:text-is('Go on')")
    page.wait_for_load_state()
    page.goto(kept_here + "/account")
    assert "9 recovery codes are left" in page.inner_text("main")
    page.context.close()


def test_an_administrator_adds_somebody_who_chooses_their_password(browser, kept_here):
    page = signed_in(browser, kept_here, "sam")
    page.goto(kept_here + "/people")
    assert look(page, "people") == []
    page.click("button:text-is('Add')")
    assert page.locator(".errors li").count() == 3
    assert look(page, "people-wrong") == []
    page.fill("#name", "Pat (invented)")
    page.fill("#username", "pat@council.example")
    page.select_option("#role", "manager")
    page.click("button:text-is('Add')")
    page.wait_for_url("**/people/pat*")
    assert look(page, "person") == []
    page.click("text=Make a link to choose a password")
    assert look(page, "person-link") == []
    link = page.inner_text("#link")
    # Nothing of it opens before a second person has confirmed the account.
    second = signed_in(browser, kept_here, "mo")
    second.goto(kept_here + "/today")
    assert "waits for a second person" in second.inner_text("body")
    second.click("text=Look at it")
    assert look(second, "accounts-waiting") == []
    second.click("button:text-is('Confirm')")
    second.wait_for_load_state()
    assert "None waits" in second.inner_text("main")
    second.context.close()
    page.goto(kept_here + "/people/sam")
    assert look(page, "person-own") == []
    assert page.locator("select#role").count() == 0

    pat = browser.new_context().new_page()
    pat.goto(link)
    assert look(pat, "choose-password") == []
    pat.fill("#new", "three random words")
    pat.fill("#again", "three random words")
    pat.click("button:text-is('Keep this password')")
    pat.wait_for_url("**/sign-in")
    pat.fill("#username", "pat@council.example")
    pat.fill("#password", "three random words")
    pat.keyboard.press("Enter")
    pat.wait_for_url("**/today")
    # The role is changed, and the next thing pat opens is the sign-in page.
    page.goto(kept_here + "/people/pat%40council.example")
    page.select_option("#role", "analyst")
    page.click("text=Change the role and sign out")
    assert "manager to analyst" in page.inner_text("main")
    pat.goto(kept_here + "/today")
    assert "/sign-in" in pat.url
    pat.context.close()
    page.context.close()
