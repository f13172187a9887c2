"""Many people at once, and strangers beside them: every question is answered, and the program still ends when told to."""
import http.client
import http.cookiejar
import os
import random
import re
import subprocess
import threading
import urllib.parse
import urllib.request

import pytest

from test_signing_in import ROOT

PROGRAM = os.environ.get("SIGHTLINE_PROGRAM") or str(ROOT / ".build" / "debug" / "sightline")


@pytest.fixture
def served(tmp_path):
    process = subprocess.Popen(
        [PROGRAM, "serve", "--demo", "--recorded-here", "--demo-children", "120", "--port", "0",
         "--database", str(tmp_path / "demo.db"), "--data", str(ROOT / "Data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    threading.Thread(target=process.stdout.read, daemon=True).start()
    yield address, process
    process.kill()
    process.wait(timeout=20)


def signed_in(address):
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    token = re.search(
        r'name="csrf" value="([^"]+)"', browser.open(address + "/sign-in", timeout=60).read().decode()).group(1)
    form = urllib.parse.urlencode({"csrf": token, "persona": "demo-manager"}).encode()
    browser.open(address + "/sign-in/demo", data=form, timeout=60).read()
    page = browser.open(address + "/today", timeout=60).read().decode()
    children = sorted(set(re.findall(r'href="(/children/[^"/?#]+)"', page)))
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar), children


def test_forty_people_and_strangers_at_once_are_all_answered(served):
    address, process = served
    cookies, children = signed_in(address)
    host = address.removeprefix("http://")
    answered, failed = [], []

    def person(number):
        chance = random.Random(number)
        line = http.client.HTTPConnection(host, timeout=60)
        try:
            for turn in range(15):
                if failed:
                    return
                if number % 4 == 3:
                    path, headers = f"/calendar/{chance.getrandbits(256):064x}", {}
                else:
                    path, headers = f"{chance.choice(children)}?page={1 + turn % 3}", {"Cookie": cookies}
                line.request("GET", path, headers=headers)
                answer = line.getresponse()
                answer.read()
                answered.append(answer.status)
        except OSError as error:
            failed.append(repr(error))

    people = [threading.Thread(target=person, args=(number,)) for number in range(40)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert failed == []
    assert len(answered) == 40 * 15 and set(answered) <= {200, 404, 429}
    assert 200 in answered
    process.terminate()
    assert process.wait(timeout=30) == 0
