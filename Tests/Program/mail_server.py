"""A mail server (aiosmtpd) that keeps all that is said to it, and can be told to refuse; and its certificate."""
import datetime
import email
import email.policy
import ipaddress
import ssl

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "sightline", "a password: with signs/of every kind+"


def certificate(folder):
    """A certificate of 127.0.0.1 that signs itself; the files of it and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.council.example")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    public, private = folder / "mail.pem", folder / "mail.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return public, private


class MailServer:
    """How it listens: "starttls" and "implicit" ask for a password, "plain" has no TLS at all."""

    def __init__(self, folder, how="starttls"):
        self.trusted, key = certificate(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.trusted, key)
        self.sent, self.said, self.signed_in, self.refuse = [], [], [], None
        server = self

        class Listening(SMTP):
            async def push(self, status):
                server.said.append(str(status))
                await super().push(status)

            async def smtp_EHLO(self, hostname):
                server.said.append(f"EHLO {hostname}")
                await super().smtp_EHLO(hostname)

            async def smtp_MAIL(self, arg):
                server.said.append(f"MAIL {arg}")
                await super().smtp_MAIL(arg)

            async def smtp_RCPT(self, arg):
                server.said.append(f"RCPT {arg}")
                await super().smtp_RCPT(arg)

        def check(_server, session, _envelope, _mechanism, data):
            right = isinstance(data, LoginPassword) and (data.login, data.password) == (
                USER.encode(), PASSWORD.encode())
            self.signed_in.append(right)
            assert how == "implicit" or session.ssl is not None, "a password in the clear"
            return AuthResult(success=right, handled=False)

        class Listener(Controller):
            def factory(self):
                secret = how != "plain"
                return Listening(
                    self.handler, hostname="mail.council.example", authenticator=check if secret else None,
                    auth_required=secret, auth_require_tls=how == "starttls",
                    tls_context=context if how == "starttls" else None, require_starttls=how == "starttls")

        self.controller = Listener(
            self, hostname="127.0.0.1", port=0, ssl_context=context if how == "implicit" else None)

    async def handle_DATA(self, _server, session, envelope):
        self.said.append(envelope.content.decode())
        if self.refuse:
            return self.refuse
        self.sent.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, session.ssl is not None))
        return "250 taken"

    @property
    def messages(self):
        return [email.message_from_bytes(content, policy=email.policy.default) for _, _, content, _ in self.sent]

    def __enter__(self):
        # A free port of its own: the controller cannot be asked for one.
        import socket
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller.port = self.port
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()
