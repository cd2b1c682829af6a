"""Runs one process and says what it cost."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

# With vfork a child would be charged with the memory of this process; with fork only with the few
# megabytes that it writes to. `memory_floor` measures what is left of that.
subprocess._USE_VFORK = False  # type: ignore[misc]


@dataclass(frozen=True)
class Run:
    """One whole process: nothing is subtracted."""

    cpu: float  # seconds, user and system
    wall: float  # seconds
    peak: float  # MiB of resident memory
    status: int
    output: bytes
    errors: bytes


def measure(command: Sequence[str | Path], directory: Path | None = None) -> Run:
    """Runs the command to its end."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=directory, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        return Run(
            cpu=usage.ru_utime + usage.ru_stime,
            wall=wall,
            peak=usage.ru_maxrss / 1024,
            status=process.returncode,
            output=_content(output),
            errors=_content(errors),
        )


def memory_floor() -> float:
    """The least peak memory, in MiB, that can be told apart from the runner's own."""
    return measure(["true"]).peak


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
