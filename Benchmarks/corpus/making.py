"""Which corpora there are, and how large.

usage: python3 -m corpus.making FOLDER SIZE VARIANT BODY EVERY
"""

import hashlib
import subprocess
import sys
from pathlib import Path
from random import Random

from corpus import shapes
from corpus.vocabulary import ENGLISH, JAPANESE, MACRON, Vocabulary
from corpus.writing import SEED, Corpus, Recipe, mean_pair_size, read_manifest
from corpus.writing import write_body, write_manifest, write_pages

MEGABYTE = 1_000_000


def made_elsewhere(folder: Path, *numbers: int) -> list[Corpus]:
    """Makes the corpora in a process of their own: this one stays small and measures better."""
    words = [sys.executable, "-B", "-m", "corpus.making", str(folder), *map(str, numbers)]
    subprocess.run(words, cwd=Path(__file__).parent.parent, check=True)
    return read_manifest(folder) or []


def make_corpora(folder: Path, size: int, variant: int, body: int, every: int) -> list[Corpus]:
    """Makes the corpora, unless they are there already: sizes in MB, one faulty body in `every`."""
    stamp = f"{size} {variant} {body} {every} {_sources()}"
    if found := read_manifest(folder, stamp):
        return found
    print("making the corpora", file=sys.stderr, flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").unlink(missing_ok=True)
    corpora = [_pages(folder, "pages", size)]
    for name, shape, vocabulary in (
        ("same-order", shapes.compact, ENGLISH),
        ("other-order", shapes.backwards, ENGLISH),
        ("shuffled", shapes.shuffled(Random(SEED)), ENGLISH),
        ("slashed", shapes.slashed, ENGLISH),
        ("japanese", shapes.compact, JAPANESE),
        ("macrons", shapes.compact, MACRON),
    ):
        corpora.append(_pages(folder, name, variant, shape, vocabulary))
    corpora.append(_pages(folder, "faults", variant, every=every))
    for name, megabytes, shape, wrong in (
        ("compact-body", variant, shapes.compact, 0),
        ("indented-body", variant, shapes.indented, 0),
        ("right-body", body, shapes.compact, 0),
        ("wrong-body", body, shapes.compact, 100),
    ):
        corpora.append(write_body(folder, name, megabytes * MEGABYTE, shape, wrong))
    write_manifest(folder, corpora, stamp)
    return corpora


def _pages(
    folder: Path,
    name: str,
    size: int,
    shape: shapes.Shape = shapes.compact,
    vocabulary: Vocabulary = ENGLISH,
    every: int = 0,
) -> Corpus:
    sample = Recipe(name, 0, vocabulary, shape)
    pairs = max(2, round(size * MEGABYTE / mean_pair_size(sample)))
    return write_pages(folder, Recipe(name, pairs, vocabulary, shape, every))


def _sources() -> str:
    """A digest of this package, so that a change of it makes the corpora anew."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


if __name__ == "__main__":
    make_corpora(Path(sys.argv[1]), *map(int, sys.argv[2:]))
