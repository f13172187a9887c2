"""What strangers on the line, a full disk and other people on the machine can do to a real server."""
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SIGHTLINE_PROGRAM") or str(ROOT / ".build" / "debug" / "sightline")
PASSWORD = "a long enough password"
MOST_PER_ADDRESS = 6
MEGABYTE = bytes(1 << 20)


def options(folder):
    return ["--database", str(folder / "record.db"), "--data", str(ROOT / "Data")]


def account(folder, name="sam", role="administrator"):
    return subprocess.run(
        [PROGRAM, "user", name, "--role", role, *options(folder)], check=True, capture_output=True, text=True,
        input=PASSWORD + "\n")


def start(folder, *more):
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *options(folder), *more], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
    address = next(found.group(1) for found in (re.search(r"http://\S+:(\d+)", line) for line in process.stdout) if found)
    return process, int(address)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    account(folder)
    process, port = start(folder, "--connections-per-address", str(MOST_PER_ADDRESS))
    yield port
    process.terminate()
    process.wait(timeout=20)


def health(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def connect(port, source="127.0.0.1"):
    return socket.create_connection(("127.0.0.1", port), timeout=45, source_address=(source, 0))


def is_closed(line):
    """Waits until the other side closes, and no longer than any request may take."""
    try:
        while line.recv(1 << 16):
            pass
        return True
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False


def test_a_head_that_never_ends_is_not_waited_for(served):
    with connect(served) as line:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow:")
        assert is_closed(line)


def test_a_form_that_drips_is_cut_while_it_drips(served):
    with connect(served) as line:
        line.sendall(
            b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: 1000\r\n\r\n")
        line.settimeout(1)
        cut = False
        for _ in range(50):
            try:
                line.sendall(b"x")
                if not line.recv(1 << 16):
                    cut = True
                    break
            except TimeoutError:
                continue
            except OSError:
                cut = True
                break
        assert cut


def test_one_address_holds_so_many_connections_and_another_is_still_let_in(served):
    lines = [connect(served, "127.0.0.2") for _ in range(MOST_PER_ADDRESS + 1)]
    try:
        # The last to come is closed at once; those before it are asked something and answer.
        lines[-1].settimeout(8)
        assert is_closed(lines[-1])
        lines[0].sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert lines[0].recv(15).startswith(b"HTTP/1.1 200")
        assert health(served) == 200
    finally:
        for line in lines:
            line.close()


@pytest.mark.parametrize("path", ["/sign-in", "/imports", "/nothing"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=XX"])
def test_a_body_without_end_is_not_swallowed(served, path, kind):
    with connect(served) as line:
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        sent = 0
        try:
            while sent < 256:
                line.sendall(b"%x\r\n" % len(MEGABYTE) + MEGABYTE + b"\r\n")
                sent += 1
        except OSError:
            pass
        # What lies between is what both machines hold of it on the way.
        assert sent < 64
    assert health(served) == 200


def test_a_refusal_reaches_whoever_sends_a_large_body(served):
    with connect(served) as line:
        line.sendall(
            b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: 500000000\r\n\r\n")
        assert line.recv(12).startswith(b"HTTP/1.1 4")
        assert is_closed(line)


def test_what_the_program_makes_is_its_owners_alone(tmp_path):
    before = os.umask(0o022)
    try:
        account(tmp_path)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()}
    assert modes and not any(modes.values()), modes


def test_the_health_page_says_so_when_nothing_can_be_written(tmp_path):
    account(tmp_path)
    process, port = start(tmp_path)
    try:
        assert health(port) == 200
        # As on a full disk: every write fails from now on.
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        until = time.monotonic() + 60
        while health(port) == 200 and time.monotonic() < until:
            time.sleep(1)
        assert health(port) == 503
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        while health(port) == 503 and time.monotonic() < until + 60:
            time.sleep(1)
        assert health(port) == 200
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_the_command_line_keeps_what_it_is_not_given_and_the_last_administrator(tmp_path):
    account(tmp_path)
    again = subprocess.run(
        [PROGRAM, "user", "sam", "--role", "manager", *options(tmp_path)], capture_output=True, text=True,
        input=PASSWORD + "\n", check=False)
    assert again.returncode == 2 and "last active administrator" in again.stderr
    kept = subprocess.run(
        [PROGRAM, "user", "sam", *options(tmp_path)], capture_output=True, text=True, input=PASSWORD + "\n", check=False)
    assert kept.returncode == 0 and "administrator" in kept.stdout
    new = subprocess.run(
        [PROGRAM, "user", "pat", *options(tmp_path)], capture_output=True, text=True, input=PASSWORD + "\n", check=False)
    assert new.returncode == 2 and "--role" in new.stderr
