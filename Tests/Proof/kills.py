#!/usr/bin/env python3
"""Kills plumb with SIGKILL at random moments while it records, and while it records anew.

After each kill every recording must be there whole, the old one or the new one, byte for byte, and
the next run must go on where the last one stopped.

Usage: python3 Tests/Proof/kills.py [KILLS] [PLUMB]     (200 kills, .build/release/plumb)
"""
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
PLUMB = str(pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".build/release/plumb").resolve())
COUNT = 400


def write_lines(path, word):
    with open(path, "w") as file:
        for code in range(COUNT):
            body = {"code": code, "title": f"{word} " * (1 + code * 37 % 900)}
            file.write('{"url":"https://api.example.org/books/%d","status":200,"body":%s}\n'
                       % (code, json.dumps(body, separators=(",", ":"))))


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.http")}


def noted(folder):
    """The recordings that were said to be complete; the last line may be cut short."""
    notes = folder / "volatile.ndjson"
    lines = notes.read_bytes().split(b"\n")[:-1] if notes.exists() else []
    return [json.loads(line)["recording"] for line in lines if b'"recording"' in line]


def command(lines, folder, *flags):
    return [PLUMB, "show", lines, "--as", "http", "--output", str(folder), *flags]


def reference(root, lines):
    folder = root / f"{lines}.reference"
    began = time.monotonic()
    subprocess.run(command(lines, folder), cwd=root, check=True, stderr=subprocess.DEVNULL)
    return files(folder), time.monotonic() - began


def kill(root, words, longest):
    """Returns whether the process was killed before it ended."""
    process = subprocess.Popen(words, cwd=root, stderr=subprocess.DEVNULL)
    try:
        process.wait(random.uniform(0, longest))
        return False
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return True


def round_of(root, old, new, longest):
    """Records from nothing, then anew, killing until a run ends by itself; returns the kills."""
    folder, kills = root / "session", 0
    subprocess.run(["rm", "-rf", folder], check=True)
    for lines, begin, allowed, wanted in (
        ("old.ndjson", "--resume", (old,), old),
        ("new.ndjson", "--replace", (old, new), new),
    ):
        flag = begin
        while kill(root, command(lines, folder, flag), longest):
            kills += 1
            found = files(folder) if folder.exists() else {}
            for path, data in found.items():
                assert any(data == whole.get(path) for whole in allowed), f"torn: {path}"
            for line in noted(folder):
                assert line in found, f"lost: {line}"
            if begin == "--replace":
                assert len(found) == COUNT, f"lost: {COUNT - len(found)}"
                notes = (folder / "volatile.ndjson").read_bytes()
                if b'"replacing":true' in notes:
                    flag = "--resume"
        assert files(folder) == wanted, "the last run did not finish the work"
        left = [path for path in folder.rglob(".plumb-*")]
        assert not left, f"left behind: {left}"
    return kills


def main():
    seed = random.randrange(1 << 32)
    random.seed(seed)
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        write_lines(root / "old.ndjson", "old")
        write_lines(root / "new.ndjson", "new")
        old, longest = reference(root, "old.ndjson")
        new, _ = reference(root, "new.ndjson")
        assert len(old) == len(new) == COUNT
        kills = rounds = 0
        while kills < KILLS:
            kills += round_of(root, old, new, longest)
            rounds += 1
    print(f"{kills} kills in {rounds} rounds of {COUNT} recordings, seed {seed}: none torn, none lost")


main()
