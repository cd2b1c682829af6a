"""One listing of many items: what judging it costs, and that the cost is linear.

usage: python3 -m timing.chains FILE ITEMS
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from corpus.items import FAMILIES, SERVER, Items
from corpus.listings import BY_TITLE, DEFAULT_SIZE, pages
from corpus.shapes import compact
from corpus.vocabulary import ENGLISH
from corpus.writing import HEAD, SEED
from timing.measure import measure
from timing.plumb import ALL_FAMILIES, Plumb

MOST = 100_000
GOAL = 64  # MiB beyond an empty check


def write(path: Path, count: int) -> None:
    """Writes a whole listing of A, sorted by title, in pages of the documented size."""
    items = Items(Random(SEED), ENGLISH)
    found = [items.in_type(code, FAMILIES[0]) for code in items.codes(count)]
    found.sort(key=BY_TITLE)
    url = f"{SERVER}/stem_occupations/1?job_family={FAMILIES[0][0]}&sort=title"
    with open(path, "wb") as file:
        for page in pages(url, found, DEFAULT_SIZE):
            file.writelines((HEAD % page.url.encode(), compact(page.body), b"}\n"))


def chain_rows(plumb: Plumb, folder: Path) -> Iterator[list[str]]:
    """One row for each length: CPU time and peak memory, what an empty listing takes taken off."""
    whole = replace(plumb, families=ALL_FAMILIES)
    base = None
    for count in (DEFAULT_SIZE, MOST // 2, MOST):
        path = folder / f"chain-{count}.ndjson"
        if not path.exists():
            words = [sys.executable, "-B", "-m", "timing.chains", str(path), str(count)]
            subprocess.run(words, cwd=Path(__file__).parent.parent, check=True)
        command = [str(whole.binary), "check", "--contracts", str(whole.contracts)]
        command += ["--jobs", "1", "--families", whole.families]
        command += ["--report", f"json={whole.report}", str(path)]
        runs = [measure(command, whole.root) for _ in range(3)]
        cpu, peak = min(run.cpu for run in runs), max(run.peak for run in runs)
        base = base or (cpu, peak)
        more = peak - base[1]
        goal = f"< {GOAL} MiB {'met' if more < GOAL else 'MISSED'}" if count == MOST else ""
        yield [f"{count:,}", f"{cpu - base[0]:.3f}", f"{peak:.0f}", f"{more:.0f}", goal]


CHAIN_HEAD = ("items in one listing", "CPU s more", "peak MiB", "MiB more", "goal")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
