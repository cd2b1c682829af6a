"""Runs `plumb` and its peers in turn over a corpus and keeps the medians."""

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from corpus.writing import Corpus
from peers.building import Peer
from timing.measure import Run, measure
from timing.plumb import Plumb
from timing.wrong import WrongAnswer


@dataclass(frozen=True)
class Figures:
    """Medians over the rounds; `inner` is what the tool itself counted for validation alone."""

    cpu: float
    wall: float
    peak: float
    inner: float | None = None


def run_peer(peer: Peer, corpus: Corpus, folder: Path) -> tuple[Run, float]:
    """Runs a peer once; returns the run, and the CPU seconds of its validation alone."""
    tables = "a" if corpus.bare else "ab"
    run = measure([*peer.command, str(folder / corpus.bodies), tables])
    if run.status:
        said = run.errors.decode(errors="replace").strip()
        raise WrongAnswer(f"{peer.name} on {corpus.bodies} ended with {run.status}: {said}")
    answer = json.loads(run.output)
    expected = corpus.faulty if peer.sees_all else corpus.faulty_in_objects
    if (answer["documents"], answer["bad"]) != (corpus.documents, expected):
        raise WrongAnswer(
            f"{peer.name} on {corpus.bodies} found {answer['bad']} bad bodies"
            f" of {answer['documents']}, expected {expected} of {corpus.documents}"
        )
    return run, answer["seconds"]


def compare(
    plumb: Plumb | None, peers: list[Peer], corpus: Corpus, folder: Path, rounds: int
) -> dict[str, Figures]:
    """A B C A B C …, so that a busy moment of the machine meets all alike."""
    warm(folder / corpus.exchanges)
    warm(folder / corpus.bodies)
    runs: dict[str, list[tuple[Run, float | None]]] = {}
    for _ in range(rounds):
        if plumb:
            runs.setdefault("plumb", []).append((plumb.check(corpus, folder), None))
        for peer in peers:
            runs.setdefault(peer.name, []).append(run_peer(peer, corpus, folder))
    return {name: _medians(each) for name, each in runs.items()}


def compare_plumbs(
    plumbs: list[Plumb], corpus: Corpus, folder: Path, rounds: int
) -> list[Figures]:
    """The same in turn for several ways to run `plumb`."""
    runs: list[list[tuple[Run, float | None]]] = [[] for _ in plumbs]
    for _ in range(rounds):
        for plumb, each in zip(plumbs, runs):
            each.append((plumb.check(corpus, folder), None))
    return [_medians(each) for each in runs]


def warm(path: Path) -> None:
    """Reads a file, or a folder of files, once, so that the disk is out of the measurement."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    for each in files:
        with open(each, "rb") as file:
            while file.read(1 << 20):
                pass


def _medians(runs: list[tuple[Run, float | None]]) -> Figures:
    inner = [seconds for _, seconds in runs if seconds is not None]
    return Figures(
        cpu=median(run.cpu for run, _ in runs),
        wall=median(run.wall for run, _ in runs),
        peak=median(run.peak for run, _ in runs),
        inner=median(inner) if inner else None,
    )
