"""A copy of the contracts that promises fields alone: no pages, order, links or laws."""

import re
import shutil
from pathlib import Path

BEYOND_FIELDS = re.compile(r" {4}(pages|id|order|links|laws):")
DEEPER = re.compile(r" {5,}|\s*$")


def fields_alone(contracts: Path, copy: Path) -> Path:
    """Writes the copy and returns its path."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(contracts, copy)
    for path in copy.rglob("*.yaml"):
        path.write_text("".join(kept(path.read_text())))
    return copy


def kept(text: str) -> list[str]:
    """The lines that do not belong to a promise beyond the fields."""
    lines: list[str] = []
    dropping = False
    for line in text.splitlines(keepends=True):
        dropping = bool(BEYOND_FIELDS.match(line)) or (dropping and bool(DEEPER.match(line)))
        if not dropping:
            lines.append(line)
    return lines
