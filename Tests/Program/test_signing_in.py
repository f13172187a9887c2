"""Signing in through a real server: codes as another program makes them, and an identity provider in a process of its own."""
import base64
import http.cookiejar
import json
import os
import pathlib
import re
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pyotp
import pytest
import zxingcpp

from identity_provider import CLIENT, SECRET

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SIGHTLINE_PROGRAM") or str(ROOT / ".build" / "debug" / "sightline")
PASSWORD = "a long enough password"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """Keeps cookies, follows nothing by itself, and sends the token of the page it saw last."""

    def __init__(self, address):
        self.address, self.token = address, ""
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(self.cookies))

    def ask(self, path, fields=None):
        body = None if fields is None else urllib.parse.urlencode({"csrf": self.token, **fields}).encode()
        address = path if path.startswith("http") else self.address + path
        try:
            answer = self.opener.open(urllib.request.Request(address, data=body), timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        text = answer.read().decode(errors="replace")
        found = re.search(r'name="csrf" value="([^"]*)"', text)
        self.token = found.group(1) if found else self.token
        return answer.status, answer.headers.get("location"), text

    def sign_in(self, name, password=PASSWORD):
        self.ask("/sign-in")
        return self.ask("/sign-in", {"username": name, "password": password})

    @property
    def is_signed_in(self):
        return self.ask("/account")[0] == 200


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def tell(provider, **lies):
    urllib.request.urlopen(
        urllib.request.Request(f"{provider}/lie?{urllib.parse.urlencode(lies)}", method="POST"), timeout=30).close()


@pytest.fixture(scope="module")
def provider():
    process = subprocess.Popen(
        [sys.executable, pathlib.Path(__file__).with_name("identity_provider.py")], stdout=subprocess.PIPE, text=True)
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="module")
def served(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("signing-in")
    options = ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]
    for name, role in [("jo@council.example", "social-worker"), ("sam@council.example", "administrator")]:
        subprocess.run(
            [PROGRAM, "user", name, "--role", role, *options], check=True, capture_output=True, text=True,
            input=PASSWORD + "\n")
    port = free_port()
    (folder / "key").write_text(base64.b64encode(os.urandom(32)).decode() + "\n")
    (folder / "secret").write_text(SECRET + "\n")
    (folder / "provider.json").write_text(json.dumps({
        "issuer": provider, "clientID": CLIENT, "callback": f"http://127.0.0.1:{port}/sign-in/openid/back",
        "secretFile": str(folder / "secret")}))
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", str(port), "--codes-key", str(folder / "key"), "--openid",
         str(folder / "provider.json"), *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert any("listening" in line for line in process.stdout)
    yield f"http://127.0.0.1:{port}", folder / "record.db"
    process.terminate()
    process.wait(timeout=20)


def picture(page):
    """What a reader of QR codes reads from the drawing on a page."""
    side = int(re.search(r'class="qr" viewBox="0 0 (\d+)', page).group(1))
    scale = 4
    rows = [bytearray(b"\xff" * side * scale) for _ in range(side * scale)]
    for column, row in re.findall(r"M(\d+) (\d+)h1v1h-1z", page):
        for line in rows[int(row) * scale:(int(row) + 1) * scale]:
            line[int(column) * scale:(int(column) + 1) * scale] = bytes(scale)
    image = memoryview(b"".join(rows)).cast("B", (side * scale, side * scale))
    return zxingcpp.read_barcode(image).text


def test_another_program_reads_the_picture_and_makes_codes_that_let_somebody_in(served):
    address, database = served
    jo = Browser(address)
    assert jo.sign_in("jo@council.example")[:2] == (303, "/")
    jo.ask("/account/codes")
    jo.ask("/account/codes", {"do": "begin", "current": PASSWORD})
    page = jo.ask("/account/codes")[2]
    app = pyotp.parse_uri(picture(page))
    assert app.name == "jo@council.example" and app.issuer.startswith("Sightline")
    assert app.secret == re.search(r'id="secret">([^<]*)<', page).group(1).replace(" ", "")
    now = int(__import__("time").time())
    # The code of the step before, so that those of now and of the next are left.
    done = jo.ask("/account/codes", {"do": "confirm", "code": app.at(now - 30)})[2]
    recovery = re.findall(r"<li><code>([^<]*)<", done)
    assert len(recovery) == 10

    other = Browser(address)
    assert other.sign_in("jo@council.example")[1] == "/sign-in/code"
    other.ask("/sign-in/code")
    assert other.ask("/sign-in/code", {"code": app.at(now)})[:2] == (303, "/")
    assert other.is_signed_in
    again = Browser(address)
    again.sign_in("jo@council.example")
    again.ask("/sign-in/code")
    assert again.ask("/sign-in/code", {"code": app.at(now)})[0] == 422
    assert again.ask("/sign-in/code", {"code": recovery[0]})[0] == 303

    # Neither the secret nor a recovery code stands anywhere in the database.
    files = b"".join(path.read_bytes() for path in database.parent.glob("record*") if path.is_file())
    secret = base64.b32decode(app.secret + "=" * (-len(app.secret) % 8))
    for kept in [secret, app.secret.encode(), recovery[1].encode(), recovery[1].replace("-", "").encode()]:
        assert kept not in files
    with sqlite3.connect(database) as sql:
        assert sql.execute("SELECT count(*) FROM second_factor").fetchone() == (1,)

    # The way back in when device and recovery codes are lost, while the server runs; it signs out who was in.
    options = ["--database", str(database), "--data", str(ROOT / "Data")]
    reset = [PROGRAM, "reset-codes", "jo@council.example", *options]
    assert subprocess.run(reset, capture_output=True, timeout=120, check=False).returncode == 0
    assert not other.is_signed_in
    assert Browser(address).sign_in("jo@council.example")[:2] == (303, "/")
    assert subprocess.run(reset, capture_output=True, timeout=120, check=False).returncode == 2
    whole = subprocess.run([PROGRAM, "verify", *options, "--format", "json"], capture_output=True, check=True)
    assert json.loads(whole.stdout)["firstBrokenAccountChange"] is None


def go(served, browser=None, next_page=""):
    """Out to the provider and back to just before the answer is handed over."""
    browser = browser or Browser(served[0])
    status, out, _ = browser.ask("/sign-in/openid" + (f"?next={urllib.parse.quote(next_page)}" if next_page else ""))
    assert status == 303
    return browser, browser.ask(out)[1]


@pytest.mark.parametrize("lies", [
    {}, {"sign": "ES256"}, {"shift": "-330"}, {"shift": "30"},
    {"claims": json.dumps({"email": "JO@Council.Example"})},
    {"claims": json.dumps({"aud": [CLIENT, "another"], "azp": CLIENT})},
], ids=str)
def test_the_provider_vouches_for_somebody_who_has_an_account(provider, served, lies):
    tell(provider, **lies)
    browser, back = go(served, next_page="/account")
    assert browser.ask(back)[:2] == (303, "/account")
    assert "By council account" in browser.ask("/account")[2]


@pytest.mark.parametrize("lies", [
    {"sign": "none"}, {"sign": "HS256"}, {"sign": "RS512"}, {"sign": "rogue"}, {"sign": "changed"}, {"kid": "unknown"},
    {"shift": "-400"}, {"shift": "90"}, {"back": "https://evil.example"},
    *({"claims": json.dumps(claims)} for claims in [
        {"aud": "another"}, {"aud": [CLIENT, "another"]}, {"aud": [CLIENT, "another"], "azp": "another"},
        {"azp": "another"}, {"iss": "https://evil.example"}, {"nonce": "another"}, {"nonce": None}, {"exp": None},
        {"email": "nobody@council.example"}, {"email": None}, {"email_verified": False}, {"email_verified": None},
        {"email": "jo@council.example\u212a"}, {"email": ["jo@council.example"]}, {"email": ""},
    ]),
], ids=str)
def test_whatever_is_wrong_with_a_token_lets_nobody_in(provider, served, lies):
    tell(provider, **lies)
    browser, back = go(served)
    status, _, page = browser.ask(back)
    assert status == 422 and "Sign in" in page
    assert not browser.is_signed_in
    with sqlite3.connect(served[1]) as sql:
        assert sql.execute("SELECT count(*) FROM user").fetchone() == (2,)


def test_an_answer_counts_once_and_in_the_browser_that_asked(provider, served):
    tell(provider)
    browser, back = go(served)
    # Handed to somebody else's browser, so that they would be signed in as the one who sent it.
    victim = Browser(served[0])
    assert victim.ask(back)[0] == 422 and not victim.is_signed_in
    # Nor does it go with a question the victim's own browser has asked.
    victim, own = go(served)
    assert victim.ask(back)[0] == 422 and not victim.is_signed_in
    # A wrong answer has used that question up.
    assert victim.ask(own)[0] == 422 and not victim.is_signed_in
    assert browser.ask(back)[0] == 303
    browser.cookies.clear()
    assert browser.ask(back)[0] == 422 and not browser.is_signed_in


def test_the_session_a_browser_held_before_is_worth_nothing_after(provider, served):
    tell(provider, claims=json.dumps({"email": "sam@council.example"}))
    browser = Browser(served[0])
    browser.sign_in("sam@council.example")
    before = {c.value for c in browser.cookies if c.name == "sightline_session"}
    _, back = go(served, browser)
    assert browser.ask(back)[0] == 303
    assert before.isdisjoint({c.value for c in browser.cookies if c.name == "sightline_session"})


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_nobody_is_sent_on_to_another_site(provider, served, elsewhere):
    tell(provider)
    browser, back = go(served, next_page=elsewhere)
    assert browser.ask(back)[1] == "/"


def test_somebody_deactivated_is_refused_though_the_provider_vouches_for_them(provider, served):
    tell(provider)
    with sqlite3.connect(served[1]) as sql:
        sql.execute("UPDATE user SET active = 0 WHERE id LIKE 'jo%'")
    try:
        browser, back = go(served)
        assert browser.ask(back)[0] == 422 and not browser.is_signed_in
    finally:
        with sqlite3.connect(served[1]) as sql:
            sql.execute("UPDATE user SET active = 1 WHERE id LIKE 'jo%'")


@pytest.mark.parametrize("settings", [
    {}, {"issuer": "http://council.example", "clientID": "a", "callback": "https://a.example/"}, "not JSON",
])
def test_settings_that_would_not_be_safe_are_refused_at_the_start(tmp_path, settings):
    (tmp_path / "provider.json").write_text(settings if isinstance(settings, str) else json.dumps(settings))
    done = subprocess.run(
        [PROGRAM, "serve", "--port", "0", "--database", str(tmp_path / "record.db"), "--openid",
         str(tmp_path / "provider.json"), "--data", str(ROOT / "Data")],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2


def test_a_key_that_is_none_is_refused_at_the_start(tmp_path):
    (tmp_path / "key").write_text("short")
    done = subprocess.run(
        [PROGRAM, "serve", "--port", "0", "--database", str(tmp_path / "record.db"), "--codes-key",
         str(tmp_path / "key"), "--data", str(ROOT / "Data")], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2 and "32 bytes" in done.stderr
