#!/usr/bin/env python3
"""Looks for a key in everything that plumb live, record and proxy write, print and leave behind.

A server gives the key back in every place of the leak matrix, in every form, and a client sends it
through the proxy in those of a request. The key is then looked for, by other means than plumb's own,
in all files, standard output and standard error: of whole runs, of runs that break off because the
server cuts its answer short, and of runs that are ended by SIGINT, SIGTERM and SIGABRT.

Usage: python3 Tests/Proof/leaks.py [PLUMB]     (.build/release/plumb)
"""
import base64
import http.client
import http.server
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from serving import Server, write_contracts

PLUMB = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumb").resolve())
KEY = "S3cr/t+V4l%ue=7Qx"
ENVIRONMENT = {**os.environ, "FILES_KEY": KEY}

FORMS = {
    "raw": lambda key: key,
    "percent": lambda key: urllib.parse.quote(key, safe=""),
    "form": lambda key: urllib.parse.quote_plus(key),
    "json": lambda key: json.dumps(key)[1:-1].replace("/", "\\/"),
    "unicode": lambda key: "".join(f"\\u{ord(letter):04x}" for letter in key),
    "base64": lambda key: base64.b64encode(key.encode()).decode(),
    "base64 inside": lambda key: base64.b64encode(f"user:{key} and more".encode()).decode(),
}

# Each place: the header fields of the answer, its status and its body; `{}` stands for the key.
PLACES = {
    "body": ([], 200, '{"note":"you sent {}"}'),
    "access_token": ([], 200, '{"data":[{"access_token":"{}"}]}'),
    "camel case": ([], 200, '{"accessToken":"{}","expires_in":3600}'),
    "next": ([], 200, '{"next":"https://x.example.org/?api_key={}&start=41"}'),
    "JSON in a string": ([], 200, '{"raw":"{\\\\"password\\\\": \\\\"{}\\\\"}"}'),
    "refusal": ([], 403, '{"error":"the key {} is not known"}'),
    "text": ([("Content-Type", "text/plain")], 200, "password: {}\n"),
    "name of a member": ([], 200, '{"{}":1}'),
    "Link": ([("Link", '<https://x.example.org/?key={}>; rel="next"')], 200, "[]"),
    "Location": ([("Location", "/elsewhere?token={}")], 302, ""),
    "Location elsewhere": ([("Location", "https://x.example.org/?token={}")], 302, ""),
    "Set-Cookie": ([("Set-Cookie", "sid={}; Path=/")], 200, "[]"),
    "custom field": ([("X-Foo-Token", "{}")], 200, "[]"),
    "innocent field": ([("X-Request", "of {}")], 200, "[]"),
    "user of a URL": ([("Content-Location", "https://me:{}@x.example.org/")], 200, "[]"),
    "multipart": ([("Content-Type", "multipart/mixed; boundary=x")], 200,
                  '--x\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n{}\r\n--x--\r\n'),
    "cut short": ([("X-Cut", "yes")], 200, '{"note":"you sent {}"}'),
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        if path == "/slow":
            time.sleep(20)
        match = re.fullmatch(r"/(\d+)/(\d+)", path)
        fields, status, body = list(PLACES.values())[int(match[1])] if match else ([], 404, "[]")
        form = list(FORMS.values())[int(match[2])] if match else FORMS["raw"]
        body = body.replace("{}", form(KEY)).encode()
        self.send_response(status)
        if not any(name == "Content-Type" for name, _ in fields):
            self.send_header("Content-Type", "application/json")
        for name, value in fields:
            self.send_header(name, value.replace("{}", form(KEY)))
        cut = 5 if dict(fields).get("X-Cut") else 0
        self.send_header("Content-Length", str(len(body) + cut))
        self.end_headers()
        self.wfile.write(body)
        if cut:
            self.close_connection = True

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *words):
        pass


def readings(text):
    """The text, and what it says when escapes are taken off again and again."""
    for _ in range(4):
        yield text
        plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
        plain = urllib.parse.unquote(plain).replace("\\/", "/").replace('\\"', '"')
        if plain == text:
            return
        text = plain


def leaks(data):
    text = data.decode("utf-8", "replace")
    for reading in readings(text):
        if KEY in reading:
            yield "as it is"
        for word in re.findall(r"[A-Za-z0-9+/_-]{12,}", reading):
            for start in range(4):
                part = word[start:].replace("-", "+").replace("_", "/")
                part = part[:len(part) // 4 * 4]
                if part and KEY.encode() in base64.b64decode(part):
                    yield "in base64"
    if KEY.encode().hex() in text.lower():
        yield "in hexadecimal"


def search(what, root, *said):
    for data in said:
        for line in data.splitlines():
            for form in leaks(line):
                sys.exit(f"{what}: printed {form}: {line.decode('utf-8', 'replace')}")
    count = 0
    for path in pathlib.Path(root).rglob("*"):
        for form in leaks(str(path.relative_to(root)).encode()):
            sys.exit(f"{what}: in the name of {path}, {form}")
        if path.is_file():
            count += 1
            for form in leaks(path.read_bytes()):
                sys.exit(f"{what}: in {path}, {form}")
    print(f"{what}: nothing in {count} files and {sum(map(len, said))} bytes printed")


def start(*words):
    return subprocess.Popen([PLUMB, *words], env=ENVIRONMENT, cwd=ROOT, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def walked(server):
    tour = ROOT / "tour.txt"
    lines = [f"/{place}/{form}" for place in range(len(PLACES)) for form in range(len(FORMS))]
    tour.write_text("\n".join(lines) + "\n")
    for command, output in (("record", "--output"), ("live", "--keep")):
        folder = ROOT / command
        process = start(command, "files", "--base-url", server, "--tour", "tour.txt",
                        "--retries", "0", output, str(folder))
        said = process.communicate(timeout=300)
        assert list(folder.rglob("*.http")), f"{command} recorded nothing: {said[1].decode()}"
        search(f"plumb {command}, exit status {process.returncode}", folder, *said)


def sent(url):
    """What a client sends: the key in each place of a request, in each form, which comes back in it."""
    host = url.removeprefix("http://")
    for number, form in enumerate(FORMS.values()):
        path = f"/0/{number}"
        written = form(KEY)
        inside = urllib.parse.quote(written, safe="%+/=\\")
        segment = inside.replace("/", "%2F")
        for method, target, fields, body in (
            ("GET", f"{path}?api_key={inside}", {}, None),
            ("GET", f"{path}?API_KEY={inside}", {}, None),
            ("GET", f"/token/{segment}/items", {}, None),
            ("GET", path, {"Authorization": f"Bearer {written}"}, None),
            ("GET", path, {"Cookie": f"lang=en; sid={written}"}, None),
            ("GET", path, {"X-Foo-Token": written}, None),
            ("POST", path, {"Content-Type": "application/json"},
             '{"user":{"password":"%s"}}' % written),
            ("POST", path, {"Content-Type": "application/x-www-form-urlencoded"},
             f"grant=x&client_secret={written}&scope=all"),
        ):
            connection = http.client.HTTPConnection(host)
            connection.request(method, target, body, fields)
            connection.getresponse().read()
            connection.close()


def proxied(server, *words):
    """What a proxy writes and prints, that of an API under contract or, without words, of any.

    Without a contract nothing knows the key but the exchange in which a name gives it away.
    """
    folder = ROOT / ("proxied" if words else "proxied-any")
    process = start("proxy", "--to", server, *words, "--output", str(folder), "--allow-writes",
                    "--rewrite")
    url = re.search(rb"http://\S+", process.stdout.readline())[0].decode()
    sent(url)
    header = {} if words else {"X-API-Key": KEY}
    for place in range(len(PLACES)):
        for form in range(len(FORMS)):
            connection = http.client.HTTPConnection(url.removeprefix("http://"))
            connection.request("GET", f"/{place}/{form}", headers=header)
            connection.getresponse().read()
            connection.close()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)
    assert len(list(folder.rglob("*.http"))) > 50, said[1].decode()
    search(f"plumb proxy {' '.join(words)}, exit status {process.returncode}", folder, *said)


def killed(server):
    """What is printed and left when a run is ended from outside, with an answer on its way."""
    (ROOT / "slow.txt").write_text(f"/0/0\n/slow?api_key={urllib.parse.quote(KEY, safe='')}\n")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGABRT, signal.SIGSEGV):
        for command, output in (("record", "--output"), ("live", "--keep"), ("proxy", "--output")):
            folder = ROOT / f"{command}-{number.name}"
            words = ["files", "--base-url", server, "--tour", "slow.txt"]
            if command == "proxy":
                words = ["--to", server, "--api", "files"]
            process = start(command, *words, output, str(folder))
            if command == "proxy":
                url = re.search(rb"http://\S+", process.stdout.readline())[0].decode()
                connection = http.client.HTTPConnection(url.removeprefix("http://"))
                connection.request("GET", "/slow", headers={"X-API-Key": KEY})
            time.sleep(1.5)
            process.send_signal(number)
            time.sleep(0.2)
            # A first Ctrl-C waits for the answer in flight, a second one does not.
            if number in (signal.SIGINT, signal.SIGTERM) and process.poll() is None:
                process.send_signal(number)
            said = process.communicate(timeout=600)
            search(f"plumb {command}, ended by {number.name} with {process.returncode}", folder,
                   *said)


def main():
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    write_contracts(ROOT)
    walked(url)
    proxied(url, "--api", "files", "--check")
    proxied(url)
    killed(url)
    server.shutdown()


with tempfile.TemporaryDirectory() as name:
    ROOT = pathlib.Path(name)
    main()
