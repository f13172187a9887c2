"""A small identity provider of its own process: OpenID Connect's code flow, signed with joserfc. It can be told to lie.

Prints its address, then serves until it is ended. What it says next is set with POST /lie?NAME=VALUE; asking for / resets it."""
import base64
import hashlib
import http.server
import json
import secrets
import sys
import time
import urllib.parse

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

CLIENT, SECRET = "sightline", "a secret: with signs/of every kind+"
RSA = RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"})
EC = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
ROGUE = RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"})
asked = {}
lies = {}


def signed(claims):
    how = lies.get("sign", "RS256")
    if how == "none":
        part = lambda value: base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
        return f'{part({"alg": "none", "kid": "rsa"})}.{part(claims)}.'
    if how == "HS256":
        # The public key taken for a shared secret: what a careless reader falls for.
        return jwt.encode({"alg": "HS256", "kid": "rsa"}, claims, OctKey.import_key(RSA.as_pem(private=False)))
    if how == "ES256":
        return jwt.encode({"alg": "ES256", "kid": "ec"}, claims, EC)
    if how == "RS512":
        return jwt.encode({"alg": "RS512", "kid": "rsa"}, claims, RSA, algorithms=["RS512"])
    token = jwt.encode({"alg": "RS256", "kid": lies.get("kid", "rsa")}, claims, ROGUE if how == "rogue" else RSA)
    if how == "changed":
        head, body, signature = token.split(".")
        body = base64.urlsafe_b64encode(json.dumps({**claims, "email": "sam@council.example"}).encode()).rstrip(b"=")
        token = f"{head}.{body.decode()}.{signature}"
    return token


class Provider(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        fields = dict(urllib.parse.parse_qsl(query))
        if path == "/.well-known/openid-configuration":
            return self.answer({
                "issuer": self.issuer, "authorization_endpoint": self.issuer + "/authorise",
                "token_endpoint": self.issuer + "/token", "jwks_uri": self.issuer + "/keys"})
        if path == "/keys":
            return self.answer({"keys": [RSA.as_dict(private=False), EC.as_dict(private=False)]})
        if path == "/authorise":
            assert fields["response_type"] == "code" and fields["code_challenge_method"] == "S256", fields
            assert fields["client_id"] == CLIENT and "openid" in fields["scope"].split(), fields
            code = secrets.token_urlsafe(16)
            asked[code] = fields
            back = {"code": code, "state": fields["state"], "iss": lies.get("back", self.issuer)}
            self.send_response(302)
            self.send_header("location", fields["redirect_uri"] + "?" + urllib.parse.urlencode(back))
            self.end_headers()
            return None
        return self.answer({}, 404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        path, _, query = self.path.partition("?")
        if path == "/lie":
            lies.clear()
            lies.update(urllib.parse.parse_qsl(query))
            return self.answer({})
        fields = dict(urllib.parse.parse_qsl(body))
        name, _, secret = base64.b64decode(self.headers["authorization"].split()[1]).decode().partition(":")
        request = asked.pop(fields.get("code"), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(fields["code_verifier"].encode()).digest()).rstrip(b"=")
        if (urllib.parse.unquote(name), urllib.parse.unquote(secret)) != (CLIENT, SECRET) or request is None \
                or challenge.decode() != request["code_challenge"] or fields["redirect_uri"] != request["redirect_uri"]:
            return self.answer({"error": "invalid_grant"}, 400)
        now = int(time.time()) + int(lies.get("shift", 0))
        claims = {
            "iss": self.issuer, "sub": "1234", "aud": CLIENT, "exp": now + 300, "iat": now, "nonce": request["nonce"],
            "email": "jo@council.example", "email_verified": True}
        claims.update(json.loads(lies.get("claims", "{}")))
        claims = {name: value for name, value in claims.items() if value is not None}
        return self.answer({"access_token": "x", "token_type": "Bearer", "id_token": signed(claims)})


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
    sys.exit(0)
