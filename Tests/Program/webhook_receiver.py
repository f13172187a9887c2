"""A program that takes notices as docs/running-it.md tells it to: what it believes, it has checked with Python's own hmac."""
import hashlib
import hmac
import http.server
import json
import ssl
import threading
import time

from mail_server import certificate

KEY = "a key of thirty-two characters, or more"
WINDOW = 300


def is_genuine(signature, body, key, now):
    parts = [part.split("=", 1) for part in signature.split(",")]
    seconds = next(int(value) for name, value in parts if name == "t")
    if abs(now - seconds) > WINDOW:
        return False
    code = hmac.new(key.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return any(name == "v1" and hmac.compare_digest(value, code) for name, value in parts)


class Receiver:
    """`status` is what it answers, after `pause` seconds; what it takes is kept by its id, once."""

    def __init__(self, folder=None, key=KEY):
        self.status, self.pause, self.location, self.key = 200, 0, None, key
        self.asked, self.taken, self.forged = [], {}, 0
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                receiver.asked.append(("GET", self.path, dict(self.headers), b""))
                self.send_response(200)
                self.end_headers()

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.asked.append(("POST", self.path, dict(self.headers), body))
                status = receiver.status
                if not is_genuine(self.headers["Sightline-Signature"], body, receiver.key, time.time()):
                    receiver.forged += 1
                    status = 401
                elif 200 <= status < 300:
                    receiver.taken.setdefault(json.loads(body)["id"], body)
                if receiver.pause:
                    time.sleep(receiver.pause)
                try:
                    self.send_response(status)
                    if receiver.location:
                        self.send_header("Location", receiver.location)
                    self.end_headers()
                    self.wfile.write(b"thank you " * 1000)
                except OSError:
                    pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.scheme, self.trusted = "http", None
        if folder:
            self.trusted, secret = certificate(folder)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.trusted, secret)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            self.scheme = "https"

    @property
    def address(self):
        return f"{self.scheme}://127.0.0.1:{self.server.server_address[1]}/notices?for=a-secret-of-theirs"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
