"""What it costs to start the tool: medians over many short runs."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from timing.measure import measure
from timing.plumb import Plumb
from timing.wrong import WrongAnswer

TIMES = 30


@dataclass(frozen=True)
class Start:
    """One command: milliseconds of CPU and of wall time; the goal is one of wall time."""

    name: str
    cpu: float
    wall: float
    peak: float
    goal: float | None = None


def starts(plumb: Plumb) -> list[Start]:
    """Times the commands that do almost nothing."""
    check = ["check", "--contracts", str(plumb.contracts), "--jobs", "1"]
    rows = [_time(plumb, ["--version"], "plumb --version", 8)]
    rows.append(_time(plumb, ["--help"], "plumb --help"))
    recordings = plumb.root / "recordings"
    if one := next(iter(sorted(recordings.rglob("*.http"))), None):
        rows.append(_time(plumb, [*check, str(recordings)], "plumb check recordings"))
        rows.append(_time(plumb, [*check, str(one)], "plumb check ONE.http", 15))
    return rows


def _time(plumb: Plumb, arguments: list[str], name: str, goal: float | None = None) -> Start:
    runs = [measure([str(plumb.binary), *arguments], plumb.root) for _ in range(TIMES + 1)][1:]
    if any(run.status not in (0, 1) for run in runs):
        raise WrongAnswer(f"{name} ended with {runs[0].status}: {runs[0].errors.decode().strip()}")
    return Start(
        name,
        cpu=median(run.cpu for run in runs) * 1000,
        wall=median(run.wall for run in runs) * 1000,
        peak=median(run.peak for run in runs),
        goal=goal,
    )
