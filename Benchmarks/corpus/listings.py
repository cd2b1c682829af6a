"""Listings that page as the documentation says: windows, links, item identities, sort orders.

Two services alternate in every corpus: A, "Occupations in type", and B, "Related occupations for
tasks". A listing is always whole, so that what looks across pages has something to hold.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

from corpus.items import FAMILIES, SERVER, Item, Items
from corpus.vocabulary import meaning

DEFAULT_SIZE = 20

SortKey = Callable[[Item], Any]
BY_TITLE: SortKey = lambda item: meaning(item["title"]).lower()
BY_CODE: SortKey = lambda item: item["code"]
BY_CLOSELY_RELATED: SortKey = lambda item: -len(item["tasks"]["closely_related"])


@dataclass(frozen=True)
class Page:
    """One answer: the URL that asks for it, its body, and whether it is its whole listing."""

    url: str
    body: dict[str, Any]
    alone: bool


def pages(url: str, items: list[Item], size: int) -> Iterator[Page]:
    """Cuts a listing into pages; `url` ends where the window's parameters follow.

    The URLs repeat the page size, the answer's `end` stops at the total. A first page of the
    documented size is asked for without a window, so that the defaults are held to as well.
    """
    total = len(items)

    def window(start: int) -> str:
        return f"{url}&start={start}&end={start + size - 1}"

    for start in range(1, total + 1, size):
        end = min(start + size - 1, total)
        body: dict[str, Any] = {"start": start, "end": end, "total": total}
        if start > 1:
            body["prev"] = window(start - size)
        if end < total:
            body["next"] = window(end + 1)
        body["occupation"] = items[start - 1 : end]
        asked = url if start == 1 and size == DEFAULT_SIZE else window(start)
        yield Page(asked, body, alone=total <= size)


def page_counts(random: Random, pages: int, mean: int) -> list[int]:
    """Splits so many pages into listings of `mean` pages on average."""
    counts: list[int] = []
    while (left := pages - sum(counts)) > 0:
        counts.append(min(left, random.randint(1, 2 * mean - 1)))
    return counts


def in_type(items: Items, count: int, size: int) -> Iterator[Page]:
    """So many pages of A: one listing for each type and job family, sorted in turn."""
    listings = list(product(range(1, 6), FAMILIES))
    items.random.shuffle(listings)
    counts = page_counts(items.random, count, max(4, count // 80))
    if len(counts) > len(listings):
        counts[len(listings) - 1 :] = [sum(counts[len(listings) - 1 :])]
    orders: tuple[tuple[str, SortKey | None], ...] = (
        ("", None),
        ("&sort=title", BY_TITLE),
        ("&sort=code", BY_CODE),
    )
    for index, (pages_left, (kind, family)) in enumerate(zip(counts, listings)):
        sort, key = orders[index % len(orders)]
        total = pages_left * size - items.random.randint(0, size // 4)
        found = [items.in_type(code, family) for code in items.codes(total)]
        if key:
            found.sort(key=key)
        url = f"{SERVER}/stem_occupations/{kind}?job_family={family[0]}{sort}"
        yield from pages(url, found, size)


def related(items: Items, count: int, size: int) -> Iterator[Page]:
    """So many pages of B: each listing for another occupation, sorted in turn."""
    counts = page_counts(items.random, count, 4)
    orders = (("", BY_CLOSELY_RELATED), ("&sort=title", BY_TITLE), ("&sort=code", BY_CODE))
    for index, (pages_left, code) in enumerate(zip(counts, items.codes(len(counts)))):
        sort, key = orders[index % len(orders)]
        total = pages_left * size - items.random.randint(0, size // 4)
        tasks = items.random.randint(3, 15)
        found = [items.related(each, tasks) for each in items.codes(total)]
        found.sort(key=key)
        first = items.random.randint(1, 20000)
        url = f"{SERVER}/job_duties/results/{code}?tasks={first},{first + 6}{sort}"
        yield from pages(url, found, size)


def alternating(items: Items, pairs: int, size: int) -> Iterator[Page]:
    """A, B, A, B … : so many of each."""
    for first, second in zip(in_type(items, pairs, size), related(items, pairs, size)):
        yield first
        yield second
