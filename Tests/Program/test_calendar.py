"""The calendar of somebody's work, read by another program from a real server."""
import datetime
import re
import subprocess
import urllib.request
import zoneinfo

import icalendar
import pytest

from test_signing_in import PASSWORD, PROGRAM, ROOT, Browser


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calendar")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    subprocess.run([PROGRAM, "go-live", "--name", "Invented council", *options], check=True, capture_output=True)
    subprocess.run(
        [PROGRAM, "user", "jo", "--role", "social-worker", *options], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")
    subprocess.run(
        [PROGRAM, "user", "mo", "--role", "manager", *options], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    yield address
    process.terminate()
    process.wait(timeout=20)


def test_another_program_reads_what_is_due(worker):
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/London")).strftime("%d/%m/%Y")
    mo = Browser(worker)
    mo.sign_in("mo")
    form = mo.ask("/referrals/new?searched=Asha+Invented")[2]
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form))
    status, child, page = mo.ask("/referrals/new", {
        **hidden, "forename": "Asha", "surname": "Invented", "born": "4/5/2018", "harm": "yes",
        "received": today, "source": ""})
    assert status == 303, re.sub("<[^>]*>", " ", page)
    form = mo.ask(child + "/steps/allocation")[2]
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form))
    status, _, page = mo.ask(child + "/steps/allocation", {**hidden, "worker": "jo", "on": today})
    assert status == 303, re.sub("<[^>]*>", " ", page)

    jo = Browser(worker)
    jo.sign_in("jo")
    jo.ask("/account")
    address = re.search(r'id="calendar-address">([^<]*)<', jo.ask("/account/calendar", {"do": "make"})[2]).group(1)
    assert address.startswith(worker + "/calendar/")
    with urllib.request.urlopen(address, timeout=60) as answer:
        sent = answer.read()
    # The lines as the standard has them: broken by CR LF, none longer than 75 octets.
    lines = sent.split(b"\r\n")
    assert sent.endswith(b"END:VCALENDAR\r\n") and b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    calendar = icalendar.Calendar.from_ical(sent)
    assert calendar.errors == [] and calendar["version"] == "2.0"
    events = calendar.walk("VEVENT")
    assert "Visit due" in {str(event["summary"]) for event in events}
    for event in events:
        assert event.errors == []
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(start).__name__ == "date" and (end - start).days == 1
        assert str(event["url"]) == worker + "/work"
        assert str(event["description"]).startswith("Open My work in Sightline to see for whom.")
    assert len({str(event["uid"]) for event in events}) == len(events)
    for told in [b"Asha", b"Invented", b"2018", child.split("/")[-1].encode(), child.split("%3A")[-1].encode()]:
        assert told not in sent
