#!/usr/bin/env python3
"""Records onto a disk that fills up, and into a folder that cannot be written to.

Plumb must end with status 70, say why in plain words, leave every recording that was there whole,
and go on once there is room. Mounts two small file systems of its own, so it needs root; without,
it sets a limit on the size of files instead, and leaves the second part out.

Usage: python3 Tests/Proof/disks.py [PLUMB]     (.build/release/plumb)
"""
import contextlib
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

PLUMB = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumb").resolve())
COUNT = 60


def write_lines(path, word):
    with open(path, "w") as file:
        for code in range(COUNT):
            body = {"code": code, "title": f"{word} " * 8000}
            file.write('{"url":"https://api.example.org/books/%d","status":200,"body":%s}\n'
                       % (code, json.dumps(body)))


def record(lines, folder, flag="--resume", limit=None):
    def bound():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    result = subprocess.run(
        [PLUMB, "show", lines, "--as", "http", "--output", str(folder), flag],
        capture_output=True, text=True, preexec_fn=bound if limit else None)
    return result.returncode, result.stderr


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.http")}


def reference(root, lines):
    """What recording onto an ordinary disk gives."""
    folder = root / f"{pathlib.Path(lines).stem}.reference"
    status, said = record(lines, folder)
    assert status == 0, said
    return files(folder)


def whole(folder, *references):
    """The recordings that are there; each must be one of the references, byte for byte."""
    found = files(folder)
    for path, data in found.items():
        assert any(data == known.get(path) for known in references), f"torn: {path}"
    return found


@contextlib.contextmanager
def disk(path, size):
    path.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", path], check=True)
    try:
        yield path
    finally:
        subprocess.run(["umount", path], check=True)


def expect(what, outcome, words):
    status, said = outcome
    assert status == 70, f"{what}: exit status {status}: {said}"
    assert words in said, f"{what}: {said}"
    print(f"{what}: exit status 70, {said.strip().splitlines()[-1]}")


def full(root, old, new):
    first, second = reference(root, new), reference(root, old)
    with disk(root / "small", "1500k") as place:
        folder = place / "session"
        expect("a disk that fills up", record(new, folder), "the disk is full; make room")
        there = whole(folder, first)
        assert 0 < len(there) < COUNT, len(there)
        subprocess.run(["mount", "-o", "remount,size=8m", place], check=True)
        status, said = record(new, folder)
        assert status == 0 and whole(folder, first) == first, said
        print(f"with room again: {len(there)} recordings were there, now all {COUNT}")

        with open(place / "ballast", "wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"x" * 4096) == 4096:
                pass
        expect("recording anew on a full disk", record(old, folder, "--replace"), "the disk is full")
        assert len(whole(folder, first, second)) == COUNT, "a recording was lost"
        (place / "ballast").unlink()
        status, said = record(old, folder)
        assert status == 0 and whole(folder, second) == second, said

        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        expect("a folder that is read-only", record(new, folder, "--replace"), "may not be written to")
        expect("a new folder there", record(new, place / "other"), "may not be written to")
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        assert whole(folder, second) == second
    print("everything that was there before is there, byte for byte")


def limited(root, old):
    expect("files that may not grow", record(old, root / "limited", limit=20_000),
           "larger than is allowed")
    whole(root / "limited", reference(root, old))


def main():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        write_lines(root / "old.ndjson", "old")
        write_lines(root / "new.ndjson", "new")
        if os.geteuid() == 0:
            full(root, str(root / "old.ndjson"), str(root / "new.ndjson"))
        else:
            print("not root: a full and a read-only disk cannot be mounted, and were not tried")
        limited(root, str(root / "old.ndjson"))


main()
