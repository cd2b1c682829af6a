"""Faults to plant, one in a body, so that a tool that is quick because it is blind is found out."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corpus.items import Item

TWIN = "\ue010"  # spelt `bright_outlook`: a member's name for the second time
BAD_BYTE = "\ue011"  # spelt as a byte that UTF-8 never holds
BAD_ESCAPE = "\ue012"  # spelt as an escape that JSON does not know


@dataclass(frozen=True)
class Fault:
    """A way to break a body.

    `unreadable` says that the body is no longer JSON text: such a fault is planted only where a
    page is its whole listing, so that nothing else is broken by it. `seen_in_objects` is false
    where a reader that builds objects first cannot see the fault any more.
    """

    name: str
    plant: Callable[[Item], None]
    unreadable: bool = False
    seen_in_objects: bool = True


def _tags(value: object) -> Callable[[Item], None]:
    return lambda item: item.update(tags=value)


def _title_ends_with(text: str) -> Callable[[Item], None]:
    return lambda item: item.update(title=item["title"] + text)


FAULTS = (
    Fault("boolean sent as word", _tags({"bright_outlook": "often"})),
    Fault("row missing", lambda item: item.pop("href") and None),
    Fault("row undocumented", _tags({"new_and_emerging": True})),
    Fault("string sent as null", lambda item: item.update(href=None)),
    Fault("object sent as list", _tags([])),
    Fault("member twice", _tags({"bright_outlook": True, TWIN: True}), seen_in_objects=False),
    Fault("not UTF-8", _title_ends_with(BAD_BYTE), unreadable=True),
    Fault("unknown escape", _title_ends_with(BAD_ESCAPE), unreadable=True),
)


READABLE = tuple(fault for fault in FAULTS if not fault.unreadable)
UNREADABLE = tuple(fault for fault in FAULTS if fault.unreadable)


class Planter:
    """Plants a fault in about one body of so many, each kind in turn; none with `every` = 0.

    Pages that are their whole listing are few, and of those more are broken.
    """

    def __init__(self, random: Random, every: int) -> None:
        self.random = random
        self.every = every
        self.bodies = {True: 0, False: 0}
        self.turns = {True: 0, False: 0}
        self.planted: list[Fault] = []

    def visit(self, items: list[Item], alone: bool) -> None:
        """Breaks an item of this body if it is the body's turn."""
        self.bodies[alone] += 1
        if not self.every:
            return
        every = max(3, self.every // 16) if alone else self.every
        # Two neighbours of so many, because the two services alternate.
        if self.bodies[alone] % (2 * every) != self.turns[alone] % 2:
            return
        kinds = UNREADABLE if alone else READABLE
        fault = kinds[self.turns[alone] // 2 % len(kinds)]
        fault.plant(self.random.choice(items))
        self.planted.append(fault)
        self.turns[alone] += 1
