"""What it costs to start the tool: medians over many short runs."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from timing.measure import measure
from timing.plumb import Plumb
from timing.promises import PAGES, contracts_of
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
    rows = [_time(plumb, ["--version"], "plumb --version", 8)]
    rows.append(_time(plumb, ["--help"], "plumb --help", 15))
    rows.append(_time(plumb, ["check"], "plumb check", 200))
    folder = plumb.root / "recordings" / "onet"
    if one := next(iter(sorted(folder.rglob("stem_occupations.in_type/*.http"))), None):
        check = ["check", str(one), "--jobs", "1"]
        rows.append(_time(plumb, check, "plumb check ONE.http, all contracts", 150))
        single = contracts_of(PAGES[:1], plumb.root, plumb.work / "one-contract")
        check += ["--contracts", str(single)]
        rows.append(_time(plumb, check, "plumb check ONE.http, one contract file", 15))
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
