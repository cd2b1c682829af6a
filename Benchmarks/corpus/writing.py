"""Writes corpora to disk, with a manifest of what is in them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from corpus import shapes
from corpus.faults import Planter
from corpus.items import FAMILIES, Items
from corpus.listings import alternating
from corpus.shapes import Shape
from corpus.vocabulary import ENGLISH, Vocabulary

SEED = 2031
HEAD = b'{"method":"GET","url":"%s","status":200,'
HEAD += b'"headers":{"Content-Type":"application/json"},"body":'


@dataclass(frozen=True)
class Corpus:
    """What a corpus holds, as the manifest keeps it.

    `exchanges` is the file for `plumb`, `bodies` the one for its peers: the same bodies, one per
    line. A corpus of one bare body has one file for both.
    """

    name: str
    exchanges: str
    bodies: str
    documents: int
    bytes: int
    faulty: int = 0
    faulty_in_objects: int = 0
    bare: bool = False


@dataclass(frozen=True)
class Recipe:
    """How a corpus is made."""

    name: str
    pairs: int
    vocabulary: Vocabulary = ENGLISH
    shape: Shape = shapes.compact
    every: int = 0
    items: int = 20


def mean_pair_size(recipe: Recipe) -> float:
    """The bytes of a body of A and one of B together, from a small sample."""
    sample = Items(Random(SEED), recipe.vocabulary)
    bodies = [recipe.shape(page.body) for page in alternating(sample, 400, recipe.items)]
    return sum(map(len, bodies)) / 400


def write_pages(folder: Path, recipe: Recipe) -> Corpus:
    """Writes NDJSON of exchanges, the body last in each line, and NDJSON of the bodies alone."""
    random = Random(SEED)
    planter = Planter(Random(SEED), recipe.every)
    items = Items(random, recipe.vocabulary)
    exchanges, bodies = f"{recipe.name}.ndjson", f"{recipe.name}-bodies.ndjson"
    size = 0
    with open(folder / exchanges, "wb") as to_plumb, open(folder / bodies, "wb") as to_peers:
        for page in alternating(items, recipe.pairs, recipe.items):
            planter.visit(page.body["occupation"], page.alone)
            body = recipe.shape(page.body)
            to_plumb.writelines((HEAD % page.url.encode(), body, b"}\n"))
            to_peers.writelines((body, b"\n"))
            size += len(body)
    blind = sum(not fault.seen_in_objects for fault in planter.planted)
    faulty = len(planter.planted)
    documents = sum(planter.bodies.values())
    return Corpus(recipe.name, exchanges, bodies, documents, size, faulty, faulty - blind)


def write_body(folder: Path, name: str, size: int, shape: Shape, wrong: int = 0) -> Corpus:
    """Writes one body of A of about so many bytes, `wrong` of 100 items with a wrong value."""
    random = Random(SEED)
    items = Items(random, ENGLISH)

    def make(count: int) -> dict[str, object]:
        found = [items.in_type(code, FAMILIES[0]) for code in items.codes(count)]
        for number, item in enumerate(found):
            if number % 100 < wrong:
                item["job_family"]["code"] = 110000 + number % 9
        return {"start": 1, "end": count, "total": count, "occupation": found}

    count = max(1, size * 1000 // len(shape(make(1000))))
    body = shape(make(count))
    path = folder / f"{name}.json"
    path.write_bytes(body)
    faulty = int(wrong > 0)
    return Corpus(name, path.name, path.name, 1, len(body), faulty, faulty, bare=True)


def write_manifest(folder: Path, corpora: list[Corpus], stamp: str) -> None:
    """Writes the manifest last, so that a folder without one is known to be unfinished."""
    content = {"stamp": stamp, "corpora": [asdict(corpus) for corpus in corpora]}
    (folder / "manifest.json").write_text(json.dumps(content, indent=2) + "\n")


def read_manifest(folder: Path, stamp: str | None = None) -> list[Corpus] | None:
    """What the folder holds; `None` when it is unfinished or does not have the stamp asked for."""
    path = folder / "manifest.json"
    if not path.exists():
        return None
    content = json.loads(path.read_text())
    if stamp not in (None, content["stamp"]):
        return None
    return [Corpus(**corpus) for corpus in content["corpora"]]
