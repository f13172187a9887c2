"""Notices to other programs, taken by a real server that checks who wrote them."""
import datetime
import hashlib
import hmac
import json
import sqlite3
import subprocess
import time

import pytest

from mail_server import MailServer
from test_notices import SITE, monday, notify, record, recorded  # noqa: F401
from test_signing_in import PROGRAM, ROOT
from webhook_receiver import KEY, Receiver, is_genuine

# Harm is alleged about a child whom jo holds. Nobody had to give an address: programs are named by the council.
EVERYBODY = [("jo", "daily"), ("jo", "immediate"), ("mo", "daily"), ("mo", "immediate")]


def minutes_after(moment, minutes):
    later = datetime.datetime.fromisoformat(moment) + datetime.timedelta(minutes=minutes)
    return later.strftime("%Y-%m-%dT%H:%M:%SZ")


def settings(folder, *receivers, key=KEY, trust=True):
    keys = folder / "webhook.key"
    keys.write_text(key + "\n")
    named = [
        {"name": f"program {place}", "address": receiver if isinstance(receiver, str) else receiver.address,
         "keyFile": str(keys)} for place, receiver in enumerate(receivers)]
    for one, receiver in zip(named, receivers):
        if trust and not isinstance(receiver, str) and receiver.trusted:
            one["trust"] = str(receiver.trusted)
    file = folder / "webhooks.json"
    file.write_text(json.dumps(named))
    return file


def command(folder, file, *more):
    return [PROGRAM, "notify", "--database", str(folder / "record.db"), "--data", str(ROOT / "Data"),
            "--public-address", SITE, "--webhooks", str(file), "--format", "json", *more]


def tell(folder, file, at, *more):
    ran = subprocess.run(
        command(folder, file, "--as-of", at, *more), capture_output=True, text=True, timeout=120, check=False)
    return ran, json.loads(ran.stdout)["webhooks"] if ran.stdout.startswith("{") else None


def outcomes(told):
    return sorted((one["user"], one["kind"], one["outcome"]) for one in told)


TAKEN = [(*one, "accepted") for one in EVERYBODY]


@pytest.mark.parametrize("encrypted", [False, True])
def test_each_notice_is_taken_once_signed_and_says_nothing_of_any_child(record, encrypted):  # noqa: F811
    folder, child = record
    with Receiver(folder if encrypted else None) as program:
        file = settings(folder, program)
        ran, told = tell(folder, file, monday())
        assert ran.returncode == 0, ran.stderr + ran.stdout
        assert outcomes(told) == TAKEN
        for later in [0, 15, 7 * 60]:
            assert tell(folder, file, minutes_after(monday(), later))[1] == []
    assert program.forged == 0 and len(program.asked) == len(program.taken) == 4
    said = ""
    for method, path, heads, body in program.asked:
        notice = json.loads(body)
        assert (method, path) == ("POST", "/notices?for=a-secret-of-theirs")
        assert heads["Content-Type"] == "application/json"
        assert heads["Idempotency-Key"] == notice["id"]
        assert (notice["user"], notice["kind"]) in EVERYBODY
        assert notice["begun"] == monday() and notice["page"] == SITE + "/work" and notice["version"] == 1
        assert set(notice) == {"version", "id", "kind", "council", "user", "begun", "page"}
        said += body.decode() + str(heads)
    for secret in ["Asha", "asha", "Invented child", "2018", "04/05", child, child.split("/")[-1],
                   child.split("%3A")[-1].split(":")[-1], KEY]:
        assert secret not in said, secret
    assert "a-secret-of-theirs" not in ran.stdout + ran.stderr


def test_a_signature_holds_for_that_body_that_key_and_five_minutes(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        tell(folder, settings(folder, program), monday())
        _, _, heads, body = program.asked[0]
    signature, now = heads["Sightline-Signature"], time.time()
    made = int(signature.split(",")[0].removeprefix("t="))
    # The true time, whatever moment the notice is about.
    assert abs(now - made) < 300
    code = hmac.new(KEY.encode(), str(made).encode() + b"." + body, hashlib.sha256).hexdigest()
    assert signature == f"t={made},v1={code}"
    assert is_genuine(signature, body, KEY, now)
    assert not is_genuine(signature, body, KEY + "x", now)
    assert not is_genuine(signature, body.replace(b"daily", b"DAILY").replace(b"imm", b"IMM"), KEY, now)
    assert not is_genuine(signature, body, KEY, made + 301) and is_genuine(signature, body, KEY, made + 300)
    assert not is_genuine(signature.replace(f"t={made}", f"t={made + 1}"), body, KEY, now)


def test_with_the_wrong_key_nothing_is_taken_until_the_key_is_right(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        ran, told = tell(folder, settings(folder, program, key="another key of more than thirty-two signs"), monday())
        assert ran.returncode == 1 and outcomes(told) == [(*one, "refused") for one in EVERYBODY]
        assert program.forged == 4 and program.taken == {}
        ids = {json.loads(body)["id"] for *_, body in program.asked}
        # While a key is changed both are written with.
        file = settings(folder, program, key="another key of more than thirty-two signs\n" + KEY)
        ran, told = tell(folder, file, minutes_after(monday(), 15))
        assert ran.returncode == 0 and outcomes(told) == TAKEN
        assert set(program.taken) == ids, "tried again under the same ids"


def test_what_was_turned_away_is_tried_again_with_longer_and_longer_pauses(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        file = settings(folder, program)
        program.status = 400
        asked = []
        for minute in [0, 9, 10, 29, 30, 69, 70, 149]:
            before = len(program.asked)
            tell(folder, file, minutes_after(monday(), minute))
            asked.append(len(program.asked) - before)
        assert asked == [4, 0, 4, 0, 4, 0, 4, 0]
        program.status = 204
        ran, told = tell(folder, file, minutes_after(monday(), 150))
        assert ran.returncode == 0 and outcomes(told) == TAKEN and len(program.taken) == 4
        assert len({json.loads(body)["id"] for *_, body in program.asked}) == 4, "always under the same four ids"
        assert tell(folder, file, minutes_after(monday(), 600))[1] == []


def test_a_program_that_is_out_of_order_is_not_asked_four_times_to_say_so(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        file = settings(folder, program)
        program.status = 500
        ran, told = tell(folder, file, monday())
        assert ran.returncode == 1 and [one["outcome"] for one in told] == ["refused"] and "500" in told[0]["words"]
        assert len(program.asked) == 1
        program.status = 200
        ran, told = tell(folder, file, minutes_after(monday(), 10))
        assert ran.returncode == 0 and outcomes(told) == TAKEN


def test_what_nobody_takes_for_a_day_is_given_up_and_not_said_again(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        file = settings(folder, program)
        program.status = 503
        tell(folder, file, monday())
        program.status = 200
        ran, told = tell(folder, file, minutes_after(monday(), 24 * 60))
        assert ran.returncode == 1
        assert [line for line in outcomes(told) if line[2] == "given-up"] == [(*one, "given-up") for one in EVERYBODY]
        # The next day's own is told.
        assert {(one["user"], one["kind"]) for one in told if one["outcome"] == "accepted"} >= {("jo", "daily")}


def test_a_slow_program_keeps_nobody_waiting_and_knows_it_by_its_id_when_it_comes_again(record):  # noqa: F811
    folder, _ = record
    with Receiver() as slow, Receiver() as quick, MailServer(folder) as server:
        slow.pause = 12
        file = settings(folder, slow, quick)
        ran, notices = notify(folder, server, "--as-of", monday(), "--webhooks", str(file))
        assert ran.returncode == 1
        assert {one["outcome"] for one in notices} == {"accepted"} and len(server.sent) == 4
        told = json.loads(ran.stdout)["webhooks"]
        assert [one["outcome"] for one in told if one["endpoint"] == "program 0"] == ["unknown"]
        assert outcomes([one for one in told if one["endpoint"] == "program 1"]) == TAKEN
        slow.pause = 0
        ran, told = tell(folder, file, minutes_after(monday(), 15))
        assert ran.returncode == 0 and outcomes(told) == TAKEN
        # It had taken the first one, and was given it again: under the same id, so it holds it once.
        assert len(slow.asked) == 5 and len(slow.taken) == 4


def test_nobody_is_led_elsewhere(record):  # noqa: F811
    folder, _ = record
    with Receiver() as elsewhere, Receiver() as program:
        program.location = elsewhere.address
        for minute, status in enumerate([301, 302, 303, 307, 308]):
            program.status = status
            ran, told = tell(folder, settings(folder, program), minutes_after(monday(), 200 * minute))
            assert ran.returncode == 1 and {one["outcome"] for one in told} == {"refused"}, status
            assert "not followed" in told[0]["words"]
        assert elsewhere.asked == []


def test_a_certificate_nobody_vouches_for_is_told_nothing(record):  # noqa: F811
    folder, _ = record
    with Receiver(folder) as program:
        ran, told = tell(folder, settings(folder, program, trust=False), monday())
        assert ran.returncode == 1 and {one["outcome"] for one in told} == {"unsent"}
        assert program.asked == []


@pytest.mark.parametrize("address", [
    "http://council.example/notices", "http://127.0.0.1.council.example/", "http://127.0.0.1@council.example/",
    "https://jo:secret@council.example/", "ftp://127.0.0.1/", "file:///etc/passwd", "https://", "https:///x",
    "https://council.example/#x", "https://council.example:0/", "https://council.example:99999/", "", "127.0.0.1",
    "https://council.example/a b", "https://council.example\\@127.0.0.1/"])
def test_only_encrypted_addresses_are_taken_but_on_this_machine(record, address):  # noqa: F811
    folder, _ = record
    ran, _ = tell(folder, settings(folder, address), monday(), "--dry-run")
    assert ran.returncode == 2 and "must be https" in ran.stderr


@pytest.mark.parametrize("key", ["", "short", "x" * 31, f"{KEY}\n{KEY}\n{KEY}"])
def test_a_key_that_could_be_guessed_is_not_used(record, key):  # noqa: F811
    folder, _ = record
    ran, _ = tell(folder, settings(folder, "https://council.example/", key=key), monday(), "--dry-run")
    assert ran.returncode == 2 and "32 characters" in ran.stderr


def test_a_dry_run_tells_nobody_and_writes_nothing_down(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        file = settings(folder, program)
        ran, told = tell(folder, file, monday(), "--dry-run")
        assert ran.returncode == 0 and outcomes(told) == [(*one, "would-be-sent") for one in EVERYBODY]
        assert program.asked == []
        assert outcomes(tell(folder, file, monday())[1]) == TAKEN


def test_two_runs_at_a_time_tell_each_notice_once_and_nothing_told_is_taken_back(record):  # noqa: F811
    folder, _ = record
    with Receiver() as program:
        arguments = command(folder, settings(folder, program), "--as-of", monday())
        running = [
            subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
        assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
        assert len(program.asked) == len(program.taken) == 4
    with sqlite3.connect(folder / "record.db") as db:
        assert sorted(db.execute("SELECT user, kind, ending, reply, tries FROM webhook_delivery")) == [
            (*one, "accepted", 200, 1) for one in EVERYBODY]
        for change in ["DELETE FROM webhook_delivery", "UPDATE webhook_delivery SET ending = NULL"]:
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(change)


def test_with_no_program_named_nothing_changes(record):  # noqa: F811
    folder, _ = record
    with MailServer(folder) as server:
        ran, notices = notify(folder, server, "--as-of", monday())
        assert ran.returncode == 0 and len(notices) == 4 and json.loads(ran.stdout)["webhooks"] == []
