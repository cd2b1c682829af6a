"""The contracts that a benchmark checks against: no more than its corpora are about."""

import shutil
from pathlib import Path

PAGES = ("stem_occupations", "job_duties")


def contracts_of(pages: tuple[str, ...], root: Path, folder: Path) -> Path:
    """A folder with the API and these pages of its manual, copied from the project's own.

    The peers are given two field tables; `plumb` reads the two pages that hold these, not the other
    pages of the manual, whose reading would be a cost of its own.
    """
    shutil.rmtree(folder, ignore_errors=True)
    target = folder / "onet"
    target.mkdir(parents=True)
    for name in ("api", *pages):
        lines = (root / "contracts" / "onet" / f"{name}.yaml").read_text().splitlines()
        # A few pages are not the whole API: links to the others are no mistake.
        kept = [line for line in lines if not line.startswith("complete: true")]
        (target / f"{name}.yaml").write_text("\n".join(kept) + "\n")
    return folder
