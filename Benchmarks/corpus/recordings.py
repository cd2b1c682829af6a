"""A folder of `.http` recordings, one exchange a file, as `plumb record` writes them.

usage: python3 -m corpus.recordings FOLDER NAME COUNT
"""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

from corpus import shapes
from corpus.items import Items
from corpus.listings import Page, in_type
from corpus.vocabulary import ENGLISH
from corpus.writing import SEED, Corpus
from corpus.xxh64 import xxh64

CONTENT = """GET {url} HTTP/1.1
Accept: application/json

###
HTTP/1.1 200 OK
Content-Type: application/json

"""


def written_elsewhere(folder: Path, name: str, count: int) -> Corpus:
    """Writes them in a process of their own: this one stays small and measures better."""
    words = [sys.executable, "-B", "-m", "corpus.recordings", str(folder), name, str(count)]
    directory = Path(__file__).parent.parent
    made = subprocess.run(words, cwd=directory, check=True, stdout=subprocess.PIPE)
    return Corpus(**json.loads(made.stdout))


def write_recordings(folder: Path, name: str, count: int) -> Corpus:
    """Writes so many recordings of A; their bodies came compact and are laid out over lines."""
    session = folder / name
    shutil.rmtree(session, ignore_errors=True)
    home = session / "stem_occupations.in_type"
    home.mkdir(parents=True)
    size = 0
    for page in islice(in_type(Items(Random(SEED), ENGLISH), count, 20), count):
        identity = sha256(f"GET {page.url}\n".encode()).hexdigest()[:12]
        recording = recorded(page)
        (home / f"{page.url.split('/')[5].split('?')[0]}-{identity}.http").write_bytes(recording)
        size += len(recording)
    return Corpus(name, name, name, count, size)


def recorded(page: Page) -> bytes:
    """The file of one exchange."""
    content = CONTENT.format(url=page.url).encode() + shapes.indented(page.body) + b"\n"
    head = (
        "# plumb.recording/1\n"
        "# body: compact\n"
        f"# checksum: xxh64 {xxh64(content):016x}\n"
        f"# sha256: {sha256(shapes.compact(page.body)).hexdigest()}\n\n"
    )
    return head.encode() + content


if __name__ == "__main__":
    made = write_recordings(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
    print(json.dumps(asdict(made)))
