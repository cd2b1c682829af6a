#!/usr/bin/env python3
"""Records over TLS from a server whose certificate a chain of our own authority vouches for.

Where nginx is installed, it is also asked over HTTP/2. Without `--ca-file`, with another authority, for another host and after its time, the certificate is
not trusted: exit status 69, nothing recorded, and the key never sent.

Usage: python3 Tests/Proof/tls.py [PLUMB]     (.build/release/plumb; needs openssl)
"""
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from serving import serving, tls, write_contracts

PLUMB = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumb").resolve())
BODY = b'[{"code":1,"title":"Stones"}]'


def openssl(root, *words):
    subprocess.run(["openssl", *words], cwd=root, check=True, stderr=subprocess.DEVNULL)


def authority(root, name, issuer=None):
    """Makes an authority, or one between another and its servers."""
    (root / f"{name}.ext").write_text("basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n")
    certificate(root, name, issuer)


def certificate(root, name, issuer, days="30"):
    openssl(root, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key",
            "-out", f"{name}.csr", "-subj", f"/CN={name}")
    signer = ["-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-CAcreateserial"] if issuer else [
        "-key", f"{name}.key"]
    openssl(root, "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", "-days", days,
            "-extfile", f"{name}.ext", *signer)


def server(root, name, host, issuer, days="30"):
    (root / f"{name}.ext").write_text(f"subjectAltName={host}\nextendedKeyUsage=serverAuth\n")
    certificate(root, name, issuer, days)
    chain = (root / f"{name}.pem").read_text() + (root / f"{issuer}.pem").read_text()
    (root / f"{name}.chain").write_text(chain)
    return tls(root / f"{name}.chain", root / f"{name}.key")


def record(root, url, *words):
    output = f"recorded-{len(list(root.glob('recorded-*')))}"
    result = subprocess.run(
        [PLUMB, "record", "files", "--base-url", url, "--output", output, *words], cwd=root,
        env={**os.environ, "FILES_KEY": "a-key-of-files"}, capture_output=True, text=True)
    return result.returncode, result.stderr, len(list((root / output).rglob("*.http")))


NGINX = """\
daemon off;
pid {root}/nginx.pid;
error_log {root}/nginx.errors;
events {{}}
http {{
  log_format protocol "$server_protocol $status";
  access_log {root}/nginx.log protocol;
  server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {root}/good.chain;
    ssl_certificate_key {root}/good.key;
    location / {{ default_type application/json; return 200 '{body}'; }}
  }}
}}
"""


def http2(root):
    """Records over HTTP/2, which the server tells."""
    if not shutil.which("nginx"):
        return print("HTTP/2: left out, because nginx is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (root / "nginx.conf").write_text(NGINX.format(root=root, port=port, body=BODY.decode()))
    server = subprocess.Popen(["nginx", "-c", str(root / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        status, said, count = record(root, f"https://127.0.0.1:{port}", "--ca-file", "root.pem")
        assert (status, count) == (0, 1), said
    finally:
        server.terminate()
        server.wait()
    log = (root / "nginx.log").read_text().strip()
    assert log == "HTTP/2.0 200", f"asked by {log}"
    print(f"a server that offers HTTP/2: asked by {log}")


def main():
    answers = {"/export": ("application/json", len(BODY), lambda: [BODY])}
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        write_contracts(root)
        authority(root, "root")
        authority(root, "between", "root")
        authority(root, "stranger")
        trusted = ["--ca-file", "root.pem"]
        ours = "IP:127.0.0.1"
        for what, context, words, expected in (
            ("a chain of an authority that is trusted",
             server(root, "good", ours, "between"), trusted, 0),
            ("the same, with nothing said of the authority",
             server(root, "unsaid", ours, "between"), [], 69),
            ("the same, with another authority trusted",
             server(root, "other", ours, "between"), ["--ca-file", "stranger.pem"], 69),
            ("a certificate for another host",
             server(root, "host", "DNS:elsewhere.example.org", "between"), trusted, 69),
            ("a certificate whose time is over",
             server(root, "old", ours, "between", days="-1"), trusted, 69),
        ):
            with serving(answers, context) as url:
                status, said, count = record(root, url, *words)
            assert status == expected, f"{what}: {status}, expected {expected}: {said}"
            assert count == (expected == 0), f"{what}: {count} recordings"
            assert (expected == 0) or "not trusted" in said, f"{what}: {said}"
            print(f"{what}: exit status {status}, {count} recorded")
        http2(root)
    status = subprocess.run([PLUMB, "record", "--ca-file", "/nowhere.pem"], capture_output=True)
    assert status.returncode == 64, f"a file that is not there: {status.returncode}"


main()
