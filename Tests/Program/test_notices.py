"""Notices by e-mail, taken by a real mail server and read by Python's own library."""
import datetime
import email.header
import email.utils
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import zoneinfo

import pytest

from mail_server import PASSWORD as MAIL_PASSWORD
from mail_server import USER, MailServer
from test_signing_in import PASSWORD, PROGRAM, ROOT, Browser

# Monday; everything is recorded before it, on the day the tests run.
SITE = "https://sightline.council.example"


def monday(hour=8):
    """The next Monday but one that is no bank holiday in England: far enough for something to be missing."""
    import holidays
    day = datetime.date.today() + datetime.timedelta(days=7)
    closed = holidays.country_holidays("GB", subdiv="ENG", years=[day.year, day.year + 1])
    while day.weekday() != 0 or day in closed:
        day += datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(hour, 0)).strftime("%Y-%m-%dT%H:%M:%SZ")


def hidden(form):
    return dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form))


def plain(page):
    return re.sub("<[^>]*>", " ", page)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A record in which harm is alleged about Asha, whom jo holds; jo and mo gave addresses, kim gave none."""
    folder = tmp_path_factory.mktemp("notices")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    subprocess.run([PROGRAM, "go-live", "--name", "Invented council", *options], check=True, capture_output=True)
    for name, role in [("jo", "social-worker"), ("kim", "social-worker"), ("mo", "manager"), ("ad", "administrator")]:
        subprocess.run(
            [PROGRAM, "user", name, "--role", role, *options], check=True, capture_output=True, text=True,
            input=PASSWORD + "\n")
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/London")).strftime("%d/%m/%Y")
    mo, jo = Browser(address), Browser(address)
    mo.sign_in("mo")
    form = mo.ask("/referrals/new?searched=Asha+Invented")[2]
    status, child, page = mo.ask("/referrals/new", {
        **hidden(form), "forename": "Asha", "surname": "Invented", "born": "4/5/2018", "harm": "yes",
        "received": today, "source": ""})
    assert status == 303, plain(page)
    form = mo.ask(child + "/steps/allocation")[2]
    status, _, page = mo.ask(child + "/steps/allocation", {**hidden(form), "worker": "jo", "on": today})
    assert status == 303, plain(page)
    jo.sign_in("jo")
    jo.ask("/account")
    for wrong in ["jo", "jo@", "@council.example", "jo@council", "jo@a.example\r\nBcc: eve@a.example",
                  "jo@a.example, eve@a.example", "<jo@a.example>", "jö@a.example", "j..o@a.example", "jo@-a.example"]:
        status, _, page = jo.ask("/account/notices", {"do": "set", "notices": wrong})
        assert status == 422 and "Enter an e-mail address such as" in page, wrong
    status, _, page = jo.ask("/account/notices", {"do": "set", "notices": "jo@council.example"})
    assert status == 200 and "Notices go to this address" in page, plain(page)
    # An administrator may, for somebody else; and nobody but them.
    ad = Browser(address)
    ad.sign_in("ad")
    ad.ask("/people/mo")
    status, _, page = ad.ask("/people/mo", {"do": "notices", "notices": "mo@council.example"})
    assert status == 200 and "Notices go to this address" in page, plain(page)
    assert "E-mail address for notices set" in page
    jo.ask("/account")
    assert jo.ask("/people/mo", {"do": "notices", "notices": "eve@a.example"})[0] == 403
    ad.ask("/account")
    assert ad.ask("/account/notices", {"do": "set", "notices": "ad@council.example"})[0] == 403
    process.terminate()
    process.wait(timeout=20)
    return folder, child


@pytest.fixture
def record(recorded, tmp_path):
    folder, child = recorded
    for file in folder.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path / file.name)
    (tmp_path / "mail.password").write_text(MAIL_PASSWORD + "\n")
    return tmp_path, child


def notify(folder, server, *more, address=SITE, user=True, trust=True, port=None):
    arguments = [
        PROGRAM, "notify", "--database", str(folder / "record.db"), "--data", str(ROOT / "Data"), "--public-address",
        address, "--smtp-host", "127.0.0.1", "--smtp-port", str(port or server.port), "--from",
        "sightline@council.example", "--format", "json"]
    if user:
        arguments += ["--smtp-user", USER, "--smtp-password-file", str(folder / "mail.password")]
    if trust and server:
        arguments += ["--smtp-trust", str(server.trusted)]
    ran = subprocess.run(
        [*arguments, *more], capture_output=True, text=True, timeout=120, check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("SIGHTLINE_SMTP")})
    return ran, json.loads(ran.stdout)["notices"] if ran.stdout.startswith("{") else None


def outcomes(notices):
    return sorted((one["user"], one["kind"], one["outcome"]) for one in notices)


BOTH = [("jo", "daily", "accepted"), ("jo", "immediate", "accepted"), ("mo", "daily", "accepted"),
        ("mo", "immediate", "accepted")]


@pytest.mark.parametrize("how", ["starttls", "implicit"])
def test_each_is_written_to_once_and_nothing_is_said_of_any_child(record, how):
    folder, child = record
    with MailServer(folder, how) as server:
        more = ["--as-of", monday()] + (["--smtp-tls", "implicit"] if how == "implicit" else [])
        ran, notices = notify(folder, server, *more)
        assert ran.returncode == 0, ran.stderr + ran.stdout
        assert outcomes(notices) == BOTH
        assert server.signed_in and all(server.signed_in)
        assert how == "implicit" or all(secret for *_, secret in server.sent)
        # Again, and later the same day: nobody is written to twice.
        for hour in [8, 15]:
            ran, notices = notify(folder, server, *(["--as-of", monday(hour)] + more[2:]))
            assert (ran.returncode, notices) == (0, [])
        assert sorted(to for _, to, *_ in server.sent) == [["jo@council.example"]] * 2 + [["mo@council.example"]] * 2
    ids = set()
    for message in server.messages:
        assert message.defects == [] and not message.is_multipart()
        assert message.get_content_type() == "text/plain" and message.get_content_charset() == "utf-8"
        assert email.utils.format_datetime(message["date"].datetime).startswith("Mon, ")
        assert message["date"].datetime.strftime("%Y-%m-%dT%H:%M:%SZ") == monday()
        assert message["auto-submitted"] == "auto-generated"
        assert re.fullmatch(r"<[0-9a-f-]{36}@council\.example>", message["message-id"])
        assert message["from"].addresses[0].addr_spec == "sightline@council.example"
        assert message["from"].addresses[0].display_name == "Sightline"
        body = message.get_content()
        assert body.count(SITE + "/work") == 1 and not re.search(r"\d", message["subject"])
        ids.add(message["message-id"])
        for line in message.as_bytes().split(b"\n"):
            assert len(line.rstrip(b"\r")) <= 78
        if "today" in message["subject"]:
            assert re.search(r"^\* \d+ things? (is|are) missing for ", body, re.M)
        else:
            assert "One thing in Sightline cannot wait" in body
    assert len(ids) == 4
    told = "\n".join(server.said) + "\n".join(
        str(value) for message in server.messages for value in [*message.values(), message.get_content()])
    for secret in ["Asha", "asha", "Invented", "A. I.", "2018", "04/05", child, child.split("/")[-1],
                   child.split("%3A")[-1].split(":")[-1]]:
        assert secret not in told, secret
    with sqlite3.connect(folder / "record.db") as db:
        kept = db.execute("SELECT user, kind, outcome, reply FROM notice_sending ORDER BY number").fetchall()
        assert sorted(kept) == [(*line, 250) for line in BOTH]
        # The log that nothing can be taken from holds no address.
        logged = db.execute("SELECT what, detail FROM account_change WHERE what LIKE 'notice%'").fetchall()
        assert logged == [("notice-address-set", "")] * 2
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("DELETE FROM notice_sending")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("UPDATE notice_sending SET outcome = 'refused'")


def test_another_name_for_the_sender_is_encoded_and_arrives(record):
    folder, _ = record
    with MailServer(folder) as server:
        name = "Sightline ar gyfer Cyngor Ynys Môn, “Gwasanaethau Plant” – a name longer than any line may be"
        ran, _ = notify(folder, server, "--as-of", monday(), "--from-name", name)
        assert ran.returncode == 0, ran.stderr
        for _, _, content, _ in server.sent:
            # NB: the older reader, since the newer leaves the space between two encoded words of a name in (Python 3.11).
            head = email.message_from_bytes(content)["from"]
            told = str(email.header.make_header(email.header.decode_header(head)))
            assert told == f"{name} <sightline@council.example>"
        assert all(content.isascii() for _, _, content, _ in server.sent)
        assert notify(folder, server, "--from-name", "a\r\nBcc: eve@a.example")[0].returncode == 2


def test_what_was_refused_or_never_left_is_tried_again_and_then_sent_once(record):
    folder, _ = record
    with MailServer(folder) as server:
        more = ["--as-of", monday()]
        server.refuse = "451 come again"
        ran, notices = notify(folder, server, *more)
        assert ran.returncode == 1 and {one["outcome"] for one in notices} == {"refused"} and len(notices) == 4
        assert "451" in notices[0]["words"]
        server.refuse = None
        # A wrong password, and a certificate nobody vouches for.
        (folder / "mail.password").write_text("wrong")
        ran, notices = notify(folder, server, *more)
        assert ran.returncode == 1 and {one["outcome"] for one in notices} == {"refused"}
        assert server.signed_in.count(False) >= 4 and "wrong" not in ran.stdout + ran.stderr
        (folder / "mail.password").write_text(MAIL_PASSWORD)
        ran, notices = notify(folder, server, *more, trust=False)
        assert ran.returncode == 1 and {one["outcome"] for one in notices} == {"unsent"}
        # No server at all.
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            ran, notices = notify(folder, server, *more, port=free.getsockname()[1])
        assert ran.returncode == 1 and {one["outcome"] for one in notices} == {"unsent"}
        assert server.sent == []
        assert outcomes(notify(folder, server, *more)[1]) == BOTH
        assert notify(folder, server, *more)[1] == []
        assert len(server.sent) == 4


def test_nothing_is_sent_in_the_clear_unless_it_was_asked_for(record):
    folder, _ = record
    with MailServer(folder, "plain") as server:
        more = ["--as-of", monday()]
        ran, notices = notify(folder, server, *more, user=False)
        assert ran.returncode == 1 and {one["outcome"] for one in notices} == {"unsent"}, notices
        assert not any(said.startswith(("MAIL", "RCPT")) for said in server.said)
        assert notify(folder, server, *more, "--insecure-smtp")[0].returncode == 2, "a password in the clear"
        assert outcomes(notify(folder, server, *more, "--insecure-smtp", user=False)[1]) == BOTH


def test_a_dry_run_sends_nothing_and_writes_nothing_down(record):
    folder, _ = record
    with MailServer(folder) as server:
        ran, notices = notify(folder, server, "--as-of", monday(), "--dry-run")
        assert ran.returncode == 0 and {one["outcome"] for one in notices} == {"would-be-sent"}
        assert not any(said.startswith("EHLO") for said in server.said)
        assert outcomes(notify(folder, server, "--as-of", monday())[1]) == BOTH


def test_one_that_died_before_it_knew_is_not_sent_again_that_day(record):
    folder, _ = record
    with sqlite3.connect(folder / "record.db") as db:
        db.execute(
            "INSERT INTO notice_sending (council, number, user, kind, about, begun) VALUES (?, 1, 'jo', 'daily', ?, 0)",
            (db.execute("SELECT code FROM council").fetchone()[0], monday()[:10]))
    with MailServer(folder) as server:
        assert ("jo", "daily", "accepted") not in outcomes(notify(folder, server, "--as-of", monday())[1])
        assert {one["user"] for one in notify(folder, server, "--as-of", monday())[1]} == set()


def test_two_runs_at_a_time_send_each_message_once(record):
    folder, _ = record
    with MailServer(folder) as server:
        arguments = [
            PROGRAM, "notify", "--database", str(folder / "record.db"), "--data", str(ROOT / "Data"),
            "--public-address", SITE, "--smtp-host", "127.0.0.1", "--smtp-port", str(server.port), "--from",
            "sightline@council.example", "--smtp-user", USER, "--smtp-password-file", str(folder / "mail.password"),
            "--smtp-trust", str(server.trusted), "--as-of", monday()]
        running = [
            subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
        assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
        assert sorted(to for _, to, *_ in server.sent) == [["jo@council.example"]] * 2 + [["mo@council.example"]] * 2


@pytest.mark.parametrize("address", ["http://sightline.council.example", "sightline", "https://a@b.example", ""])
def test_links_are_never_through_the_clear(record, address):
    folder, _ = record
    assert notify(folder, None, "--dry-run", address=address, port=25)[0].returncode == 2


def test_at_a_weekend_only_what_cannot_wait_is_sent(record):
    folder, _ = record
    saturday = datetime.datetime.fromisoformat(monday()) - datetime.timedelta(days=2)
    with MailServer(folder) as server:
        notices = notify(folder, server, "--as-of", saturday.strftime("%Y-%m-%dT%H:%M:%SZ"))[1]
        assert {one["kind"] for one in notices} == {"immediate"}


def test_a_flag_nobody_takes_in_hand_goes_to_the_managers_and_once_for_each_step(record):
    folder, child = record
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    subprocess.run(
        [PROGRAM, "user", "dora", "--role", "director", *options], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    with sqlite3.connect(folder / "record.db") as db:
        council = db.execute("SELECT code FROM council").fetchone()[0]
        db.execute("INSERT INTO notice_address VALUES (?, 'dora', 'dora@council.example')", (council,))
    jo = Browser(address)
    jo.sign_in("jo")
    form = jo.ask(child + "/steps/unsafe")[2]
    status, _, page = jo.ask(child + "/steps/unsafe", {**hidden(form), "kind": "unsafe", "why": "Alone at 9 Secret Lane"})
    assert status == 303, plain(page)
    flagged = datetime.datetime.now(datetime.timezone.utc)
    process.terminate()
    process.wait(timeout=20)

    def after(**later):
        with MailServer(folder) as server:
            moment = (flagged + datetime.timedelta(**later)).strftime("%Y-%m-%dT%H:%M:%SZ")
            ran, _ = notify(folder, server, "--as-of", moment)
            assert ran.returncode == 0, ran.stderr + ran.stdout
            told = [message for message in server.messages if "is not answered" in message.get_content()]
            for message in told:
                for secret in ["Asha", "Invented", "Secret", "Alone", child, child.split("%3A")[-1].split(":")[-1]]:
                    assert secret not in message.as_string(), secret
            return sorted(message["to"].addresses[0].username for message in told)

    assert after(minutes=5) == ["mo"], "the managers, at once"
    assert after(minutes=50) == []
    assert after(minutes=70) == ["dora", "mo"], "nobody has it in hand for an hour"
    assert after(minutes=80) == []
    assert after(hours=5) == ["dora", "mo"], "not answered for four"
    assert after(hours=6) == []
