"""One benchmark from corpora to tables."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.recordings import written_elsewhere
from corpus.writing import Corpus
from peers.building import Peer
from timing.chains import CHAIN_HEAD, chain_rows
from timing.measure import memory_floor
from timing.plumb import ALL_FAMILIES, Plumb
from timing.rounds import Figures, compare, compare_plumbs, warm
from timing.startup import starts
from timing.tables import RATIO_HEAD, SPEED_HEAD, START_HEAD
from timing.tables import ratio_row, speed_rows, start_rows, table


@dataclass(frozen=True)
class Session:
    """What is compared, and how often."""

    plumb: Plumb | None
    peers: list[Peer]
    corpora: dict[str, Corpus]
    folder: Path
    rounds: int
    recordings: int

    def tables(self) -> Iterator[str]:
        """Measures, and gives each table as soon as it is ready."""
        figures: dict[str, dict[str, Figures]] = {}
        rows: list[list[str]] = []
        for corpus in self.corpora.values():
            say(f"{corpus.name}: {corpus.documents:,} bodies, {corpus.bytes / 1e6:.1f} MB")
            peers = [] if corpus.name == "wrong-body" else self.peers
            figures[corpus.name] = compare(
                self.plumb, peers, corpus, self.folder, self.rounds
            )
            rows += speed_rows(corpus, figures[corpus.name])
        yield table(SPEED_HEAD, rows)
        yield f"A peak below {memory_floor():.0f} MiB cannot be told apart from the runner's own."
        if self.plumb:
            alone = {name: each["plumb"] for name, each in figures.items()}
            say("plumb alone: contracts, threads, recordings, start-up")
            # By itself it has all contracts to keep, those of the pages that links lead to as well.
            plumb = replace(self.plumb, contracts=self.plumb.root / "contracts")
            yield table(RATIO_HEAD, [*self.shape_ratios(alone), *self.ways_ratios(plumb)])
            yield table(CHAIN_HEAD, list(chain_rows(plumb, self.folder)))
            yield table(START_HEAD, start_rows(starts(plumb)))

    def shape_ratios(self, plumb: dict[str, Figures]) -> Iterator[list[str]]:
        """Speed in bytes per second on one shape as a multiple of that on another."""
        for name, above, below, goal in (
            ("another fixed order of members / documented", "other-order", "same-order", 0.97),
            ("indented / compact, one body", "indented-body", "compact-body", 1.0),
            ("a wrong value in every item / none", "wrong-body", "right-body", 0.4),
        ):
            if above in plumb and below in plumb:
                value = self._speed(plumb, above) / self._speed(plumb, below)
                yield ratio_row(name, value, goal)

    def ways_ratios(self, plumb: Plumb) -> Iterator[list[str]]:
        """The same work done by `plumb` in two ways."""
        if pages := self.corpora.get("pages"):
            whole = replace(plumb, families=ALL_FAMILIES)
            full, fields = compare_plumbs([whole, plumb], pages, self.folder, self.rounds)
            yield ratio_row("all promises / fields alone", fields.cpu / full.cpu, 0.9)
            yield from self.threads_row(plumb, pages)
        if self.recordings:
            files = written_elsewhere(self.folder, "small-files", self.recordings)
            warm(self.folder / files.exchanges)
            (one,) = compare_plumbs([plumb], files, self.folder, self.rounds)
            name = f"{files.documents:,} recordings of {files.bytes / files.documents:,.0f} bytes"
            met = "met" if one.wall < 0.3 else "MISSED"
            yield [f"{name}: seconds, one thread", f"{one.wall:.3f}", f"< 0.3 s {met}"]
            yield from self.threads_row(plumb, files)

    def threads_row(self, plumb: Plumb, corpus: Corpus) -> Iterator[list[str]]:
        """Wall time on one thread as a multiple of that on two."""
        if (os.cpu_count() or 1) > 1:
            pair = [plumb, plumb.with_jobs(2)]
            one, two = compare_plumbs(pair, corpus, self.folder, self.rounds)
            yield ratio_row(f"two threads / one, {corpus.name}", one.wall / two.wall, 1.8)

    def _speed(self, plumb: dict[str, Figures], name: str) -> float:
        return self.corpora[name].bytes / plumb[name].cpu


def say(text: str) -> None:
    """Progress goes to standard error, so that the tables can be kept."""
    print(text, file=sys.stderr, flush=True)
