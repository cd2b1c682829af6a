"""Counts what a process does, with valgrind: the same on a busy machine as on an idle one."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

ALLOCATIONS = re.compile(rb"total heap usage: ([\d,]+) allocs")
INSTRUCTIONS = re.compile(rb"Collected : (\d+)")


class NotCounted(Exception):
    """Valgrind did not say what was asked."""


def allocations(command: Sequence[str], directory: Path) -> int:
    """How often the process asked for memory."""
    return _count(["--tool=memcheck", "--leak-check=no"], ALLOCATIONS, command, directory)


def instructions(command: Sequence[str], directory: Path) -> int:
    """How many instructions the process executed outside the kernel."""
    words = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
    return _count(words, INSTRUCTIONS, command, directory)


def _count(
    words: list[str], pattern: re.Pattern[bytes], command: Sequence[str], directory: Path
) -> int:
    run = subprocess.run(["valgrind", *words, *command], cwd=directory, capture_output=True)
    found = pattern.search(run.stderr)
    if run.returncode not in (0, 1) or not found:
        said = run.stderr.decode(errors="replace").strip().splitlines()[-5:]
        raise NotCounted(f"valgrind {words[0]} ended with {run.returncode}: " + " / ".join(said))
    return int(found[1].replace(b",", b""))
