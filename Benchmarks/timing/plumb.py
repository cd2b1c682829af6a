"""Builds `plumb`, runs `plumb check`, and holds its report against what was planted."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.writing import Corpus
from timing.measure import Run, measure
from timing.wrong import WrongAnswer

BARE_OPERATION = "stem_occupations.in_type"
# What the peers can judge too, and everything.
FIELDS_ALONE = "body,http,fields"
ALL_FAMILIES = "body,http,fields,pages,order,links,laws"


def build(root: Path) -> Path:
    """Builds the release binary with the standard library in it, and returns its path."""
    command = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "plumb"]
    subprocess.run(command, cwd=root, check=True, stdout=sys.stderr)
    place = subprocess.run([*command, "--show-bin-path"], cwd=root, check=True, capture_output=True)
    return Path(place.stdout.decode().strip()) / "plumb"


@dataclass(frozen=True)
class Plumb:
    """The binary, the contracts it checks against, and how many threads it may use."""

    binary: Path
    root: Path
    work: Path
    contracts: Path
    jobs: int = 1
    families: str = FIELDS_ALONE

    def with_jobs(self, jobs: int) -> "Plumb":
        """The same, on so many threads."""
        return replace(self, jobs=jobs)

    def command(self, corpus: Corpus, folder: Path) -> list[str]:
        """The command line that checks a corpus."""
        words = [str(self.binary), "check", "--contracts", str(self.contracts)]
        words += ["--jobs", str(self.jobs), "--families", self.families]
        words += ["--report", f"json={self.report}"]
        if corpus.bare:
            words += ["--operation", BARE_OPERATION]
        return [*words, str(folder / corpus.exchanges)]

    @property
    def report(self) -> Path:
        """Where the report goes."""
        return self.work / "report.json"

    def check(self, corpus: Corpus, folder: Path) -> Run:
        """Checks the corpus; a wrong answer ends the benchmark."""
        self.report.unlink(missing_ok=True)
        run = measure(self.command(corpus, folder), self.root)
        if run.status not in (0, 1) or not self.report.exists():
            said = run.errors.decode(errors="replace").strip()
            raise WrongAnswer(f"plumb check {corpus.exchanges} ended with {run.status}: {said}")
        hold(json.loads(self.report.read_bytes()), run.status, corpus)
        return run


def hold(report: dict[str, Any], status: int, corpus: Corpus) -> None:
    """Compares a report with what the corpus is known to hold."""
    summary = report["summary"]
    errors = [finding for finding in report["findings"] if finding["severity"] == "error"]
    found = {
        "exchanges": summary["exchanges"],
        "unjudged": summary["unjudged"],
        "errors listed": len(errors),
        "faulty exchanges": sum(finding["occurrences"]["exchanges"] for finding in errors),
        "exit status": status,
    }
    expected = {
        "exchanges": corpus.documents,
        "unjudged": 0,
        "errors listed": summary["errors"],
        "faulty exchanges": corpus.faulty,
        "exit status": int(corpus.faulty > 0),
    }
    if found != expected:
        rules = sorted({finding["rule"] for finding in errors})
        raise WrongAnswer(f"plumb on {corpus.name}: {found}, expected {expected}; rules {rules}")
