"""How a body is written: compact, indented, its members in another order, its slashes escaped."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from corpus.faults import BAD_BYTE, BAD_ESCAPE, TWIN
from corpus.vocabulary import APOSTROPHE, E_ACUTE, GRIN, SLASH

Shape = Callable[[Any], bytes]

SPELLINGS = {
    SLASH: b"\\/",
    APOSTROPHE: b"\\u2019",
    GRIN: b"\\ud83d\\ude00",
    E_ACUTE: b"\\u00e9",
    TWIN: b"bright_outlook",
    BAD_BYTE: b"\xff",
    BAD_ESCAPE: b"\\x41",
}
MARKS = tuple((mark.encode(), spelling) for mark, spelling in SPELLINGS.items())


def spell(text: str) -> bytes:
    """The text as bytes, each mark replaced by the spelling that it stands for."""
    data = text.encode()
    if b"\xee\x80" in data:
        for mark, spelling in MARKS:
            data = data.replace(mark, spelling)
    return data


def compact(body: Any) -> bytes:
    """No white space."""
    return spell(json.dumps(body, ensure_ascii=False, separators=(",", ":")))


def indented(body: Any) -> bytes:
    """Over lines, two spaces a level."""
    return spell(json.dumps(body, ensure_ascii=False, indent=2))


def slashed(body: Any) -> bytes:
    """Every slash escaped, as PHP does by default."""
    return compact(body).replace(b"\\/", b"/").replace(b"/", b"\\/")


def backwards(body: Any) -> bytes:
    """A fixed order of members that is not the documented one."""
    return compact(_reordered(body, lambda names: names[::-1]))


def shuffled(random: Random) -> Shape:
    """Another order of members in every object."""
    return lambda body: compact(_reordered(body, lambda names: random.sample(names, len(names))))


def _reordered(value: Any, order: Callable[[list[str]], list[str]]) -> Any:
    if isinstance(value, dict):
        return {name: _reordered(value[name], order) for name in order(list(value))}
    if isinstance(value, list):
        return [_reordered(element, order) for element in value]
    return value
