#!/usr/bin/env python3
"""Lets broken, slow and hostile clients at `plumb replay`, and looks whether others are answered.

Malformed requests, heads without end, thousands of connections that rest or stop in the middle of a
request, and clients that vanish without a word or read nothing: beside each of them an ordinary
request must get its whole answer within five seconds, and the server must stop in good order.

Usage: python3 Tests/Proof/crowd.py [PLUMB] [COUNT]     (.build/release/plumb, 5000 connections)
"""
import contextlib
import json
import pathlib
import random
import resource
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

PLUMB = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumb").resolve())
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
PATIENCE = 5.0
BODY = {"code": 5, "title": "Stones " * 2000}


def write_recording(folder):
    line = {"url": "https://api.example.org/books/5", "status": 200, "body": BODY}
    (folder / "books.ndjson").write_text(json.dumps(line) + "\n")


@contextlib.contextmanager
def replaying(folder):
    """Runs the server; gives its port, and ends it as Ctrl-C does."""
    process = subprocess.Popen(
        [PLUMB, "replay", str(folder), "--quiet"], stdout=subprocess.PIPE, text=True)
    try:
        yield process, int(process.stdout.readline().rsplit(":", 1)[1])
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0, f"ended with {process.returncode}"
    finally:
        process.kill()


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def read_all(client):
    pieces = []
    while piece := client.recv(1 << 16):
        pieces.append(piece)
    return b"".join(pieces)


def ask(port):
    """An ordinary request on a connection of its own; how long its whole answer took."""
    start = time.monotonic()
    with connect(port) as client:
        client.sendall(b"GET /books/5 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        head, _, body = read_all(client).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 "), head
    assert json.loads(body) == BODY
    return time.monotonic() - start


def slowest(port, count=20):
    took = max(ask(port) for _ in range(count))
    assert took < PATIENCE, f"an ordinary request took {took:.1f} s"
    return took


def malformed(port, rng):
    """What is no request, made from what is one: each is refused or closed."""
    good = b"GET /books/5 HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    for _ in range(2000):
        text = bytearray(good)
        for _ in range(rng.randint(1, 6)):
            place = rng.randrange(len(text))
            text[place:place + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 4))
        with connect(port) as client:
            with contextlib.suppress(OSError):
                client.sendall(bytes(text))
                client.shutdown(socket.SHUT_WR)
                read_all(client)


def endless_heads(port):
    """Field after field, and one field without end: each is refused, and the connection closed."""
    for piece in (b"A: " + b"b" * 1000 + b"\r\n", b"b" * 1000):
        with connect(port) as client:
            client.sendall(b"GET /books/5 HTTP/1.1\r\nHost: h\r\nX: ")
            for _ in range(64_000):
                if select.select([client], [], [], 0)[0]:
                    break
                client.sendall(piece)
            answer = client.recv(1 << 16)
            assert answer.startswith(b"HTTP/1.1 431 "), answer[:100]
            with contextlib.suppress(ConnectionResetError):
                while client.recv(1 << 16):
                    pass


def crowd(port, count):
    """Connections that rest, and ones that stop in the middle of a request."""
    clients = []
    for number in range(count):
        client = connect(port)
        if number % 3 == 0:
            client.sendall(b"GET /books/5 HTTP/1.1\r\nHost: h\r\nX-Half")
        clients.append(client)
    return clients


def half_open(port, count):
    """Clients that vanish: some close their half only, some reset, some read nothing."""
    rest = []
    for number in range(count):
        client = connect(port)
        client.sendall(b"GET /books/5 HTTP/1.1\r\nHost: h\r\n\r\n" * 50)
        if number % 3 == 0:
            client.shutdown(socket.SHUT_WR)
            rest.append(client)
        elif number % 3 == 1:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            client.close()
        else:
            rest.append(client)
    return rest


def memory(process):
    pages = int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() >> 20


def main():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 1 << 20), most))
    rng = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="plumb-crowd-") as root:
        write_recording(pathlib.Path(root))
        with replaying(root) as (process, port):
            print(f"alone: at most {slowest(port) * 1000:.0f} ms")
            malformed(port, rng)
            print(f"after 2,000 malformed requests: {slowest(port) * 1000:.0f} ms")
            endless_heads(port)
            print(f"after two heads without end: {slowest(port) * 1000:.0f} ms")
            clients = crowd(port, COUNT)
            print(f"beside {COUNT} that rest or stop half-way: {slowest(port) * 1000:.0f} ms")
            clients += half_open(port, 300)
            print(f"beside 300 that vanish or read nothing: {slowest(port) * 1000:.0f} ms")
            print(f"the server has {memory(process)} MB resident")
            for client in clients:
                client.close()
            slowest(port)
        print("stopped in good order")


if __name__ == "__main__":
    main()
