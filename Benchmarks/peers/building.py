"""Finds and builds the peers; says how to install what is missing."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Peer:
    """A tool that does the same work; `sees_all` is false where it builds objects first."""

    name: str
    command: tuple[str, ...]
    sees_all: bool = True


def find_peers(work: Path) -> list[Peer]:
    """The peers that this machine has or can install."""
    found = (simdjson(work), jsonschema(work))
    return [peer for peer in found if peer]


def simdjson(work: Path) -> Peer | None:
    """The on-demand validator, compiled for this very machine."""
    compiler = shutil.which("g++") or shutil.which("clang++")
    source, binary = HERE / "simdjson_peer.cpp", work / "simdjson_peer"
    if not compiler or not _has_header(compiler):
        _say("no simdjson: install it with `apt-get install g++ libsimdjson-dev`")
        return None
    if not binary.exists() or binary.stat().st_mtime < source.stat().st_mtime:
        flags = ("-std=c++20", "-O3", "-march=native")
        built = subprocess.run([compiler, *flags, source, "-o", binary, "-lsimdjson"])
        if built.returncode:
            _say("no simdjson: its peer does not compile here")
            return None
    return Peer("simdjson", (str(binary),))


def jsonschema(work: Path) -> Peer | None:
    """orjson and jsonschema-rs, in an environment of their own."""
    python = work / "venv/bin/python"
    script = HERE / "jsonschema_peer.py"
    if not _imports(python):
        commands: tuple[list[str | Path], ...] = (
            [sys.executable, "-m", "venv", work / "venv"],
            [python, "-m", "pip", "install", "--quiet", "orjson", "jsonschema-rs"],
        )
        if any(subprocess.run(command).returncode for command in commands):
            _say("no jsonschema-rs: it needs python3-venv, and the network once")
            return None
    return Peer("jsonschema-rs", (str(python), "-B", str(script)), sees_all=False)


def _has_header(compiler: str) -> bool:
    command = [compiler, "-x", "c++", "-fsyntax-only", "-"]
    program = b'#include "simdjson.h"'
    return not subprocess.run(command, input=program, stderr=subprocess.DEVNULL).returncode


def _imports(python: Path) -> bool:
    command: list[str | Path] = [python, "-c", "import orjson, jsonschema_rs"]
    return python.exists() and not subprocess.run(command, stderr=subprocess.DEVNULL).returncode


def _say(text: str) -> None:
    print(text, file=sys.stderr)
