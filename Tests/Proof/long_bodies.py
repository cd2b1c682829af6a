#!/usr/bin/env python3
"""Holds the memory of plumb against bodies of 100 MB: recorded, checked, passed on, replayed.

Each body holds a credential at a thousand places; none of them may reach the disk. The body that
a client gets through the proxy, or of the replay, must be the one that is expected, byte for byte.

Usage: python3 Tests/Proof/long_bodies.py [PLUMB] [MEGABYTES]     (.build/release/plumb, 100)
"""
import contextlib
import hashlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.request

from serving import serving, write_contracts

PLUMB = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumb").resolve())
SIZE = int(sys.argv[2] if len(sys.argv) > 2 else 100) * 1_000_000
LIMIT = 64
KEY = "tY7qLm2xPz9RkWv4Q"
ENVIRONMENT = {**os.environ, "FILES_KEY": KEY}


def items(title):
    """A list of items in pieces of about 100 kB, each with the title once."""
    def pieces():
        yield b"["
        sent, code = 1, 0
        while sent < SIZE:
            part = b"".join(b'{"code":%d,"title":"A title of ordinary length"},' % (code + n)
                            for n in range(2000))
            part += b'{"code":%d,"title":"%s"},' % (code + 2000, title)
            yield part
            sent, code = sent + len(part), code + 2001
        yield b'{"code":0,"title":"the last"}]'
    return pieces


def noise():
    """Bytes that are no text, a tenth as many: to look through them takes far longer."""
    seed = hashlib.sha256(b"noise").digest()
    block = b"".join(hashlib.sha256(seed + bytes([n % 256, n // 256])).digest()
                     for n in range(4096))
    for _ in range(SIZE // 10 // len(block)):
        yield block


def digest(pieces):
    total, count = hashlib.sha256(), 0
    for piece in pieces:
        total.update(piece)
        count += len(piece)
    return count, total.hexdigest()


def peak(process_id):
    """The most resident memory so far, in MB."""
    status = pathlib.Path(f"/proc/{process_id}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024 / 1e6


def run(root, *words):
    """Runs plumb to its end; returns its exit status and the most resident memory."""
    process = subprocess.Popen([PLUMB, *words], cwd=root, env=ENVIRONMENT,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert KEY.encode() not in said, "a credential was printed"
    return process.returncode, usage.ru_maxrss * 1024 / 1e6


@contextlib.contextmanager
def running(root, *words):
    """Runs plumb as a server; gives its address and a function that tells its memory."""
    process = subprocess.Popen([PLUMB, *words], cwd=root, env=ENVIRONMENT, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        url = re.search(r"http://\S+", process.stdout.readline())[0]
        yield url, lambda: peak(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def fetched(url):
    with urllib.request.urlopen(url) as answer:
        return digest(iter(lambda: answer.read(1 << 18), b""))


def clean(folder):
    """That no credential is on the disk; reads in pieces that lie over each other."""
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            with open(path, "rb") as file:
                last = b""
                while piece := file.read(1 << 22):
                    assert KEY.encode() not in last + piece, f"{path} holds the credential"
                    last = piece[-100:]


def row(what, memory, goal=LIMIT):
    print(f"{what:44} {memory:8.1f} MB  {'' if goal is None else f'(goal: under {goal})'}")
    return goal is None or memory < goal


def main():
    sent = items(KEY.encode())
    kept = items(b"{{secret:FILES_KEY}}")
    answers = {
        "/export": ("application/json", digest(sent())[0], sent),
        "/noise": ("application/octet-stream", digest(noise())[0], noise),
    }
    good = True
    with tempfile.TemporaryDirectory() as root, serving(answers) as server:
        write_contracts(root)
        (pathlib.Path(root) / "tour.txt").write_text("/noise\n")
        at = ["--base-url", server, "--timeout", "20min"]

        status, memory = run(root, "record", "files", *at, "--output", "recorded")
        assert status == 0, f"record ended with {status}"
        good &= row("plumb record, JSON under contract", memory)
        status, memory = run(root, "record", "files", *at, "--output", "noise", "--tour", "tour.txt")
        assert status == 0, f"record ended with {status}"
        good &= row("plumb record, bytes that are no text", memory)
        clean(root)

        body = next(pathlib.Path(root).glob("recorded/files/files.export/*.bin"))
        with open(body, "rb") as file:
            found = digest(iter(lambda: file.read(1 << 20), b""))
        assert found == digest(kept()), "the body was recorded in other bytes"

        for words in (("live", "files", *at), ("check", "recorded", "--base-url", server)):
            status, memory = run(root, *words)
            assert status == 0, f"{words[0]} ended with {status}"
            row(f"plumb {words[0]}, which reads the body to judge it", memory, None)

        with running(root, "replay", "recorded") as (url, memory):
            assert fetched(f"{url}/export") == digest(kept()), "replay sent other bytes"
            good &= row("plumb replay", memory())

        with running(root, "proxy", "--to", server, "--api", "files",
                     "--output", "proxied") as (url, memory):
            assert fetched(f"{url}/export") == digest(sent()), "the proxy sent other bytes"
            assert fetched(f"{url}/noise") == digest(noise()), "the proxy sent other bytes"
            good &= row("plumb proxy, both bodies", memory())
        clean(root)
        bodies = list(pathlib.Path(root).glob("proxied/**/*.bin"))
        assert len(bodies) == 2, f"the proxy recorded {len(bodies)} of 2"
    sys.exit(not good)


main()
