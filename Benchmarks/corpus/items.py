"""The items of the two services, row for row as their field tables have them."""

from random import Random
from typing import Any

from corpus.vocabulary import Vocabulary

SERVER = "https://api-v2.onetcenter.org/online"
Item = dict[str, Any]

ZONES = (
    "Job Zone One: Little or No Preparation Needed",
    "Job Zone Two: Some Preparation Needed",
    "Job Zone Three: Medium Preparation Needed",
    "Job Zone Four: Considerable Preparation Needed",
    "Job Zone Five: Extensive Preparation Needed",
)

FAMILIES = tuple(
    (f"{ten}{unit}-0000", f"{branch} {field}")
    for ten, branch in zip("12345", ("Business", "Life", "Public", "Service", "Craft"))
    for unit, field in zip("13579", ("Management", "Science", "Education", "Care", "Production"))
)


class Items:
    """Makes items; the tasks are drawn once, so that one id always has one title."""

    def __init__(self, random: Random, vocabulary: Vocabulary, tasks: int = 4000) -> None:
        self.random = random
        self.vocabulary = vocabulary
        identifiers = random.sample(range(1, 24999), tasks)
        self.tasks = [{"id": str(i), "title": vocabulary.task(random)} for i in identifiers]

    def codes(self, count: int) -> list[str]:
        """So many different occupation codes."""
        found: dict[str, None] = {}
        while len(found) < count:
            group = self.random.randrange(11, 56, 2)
            detail = 0 if self.random.random() < 0.8 else self.random.randint(1, 9)
            found[f"{group}-{self.random.randint(1011, 9199)}.{detail:02}"] = None
        return list(found)

    def occupation(self, code: str) -> Item:
        """The rows that both services begin an item with."""
        return {
            "href": f"{SERVER}/occupations/{code}/",
            "code": code,
            "title": self.vocabulary.title(self.random),
            "tags": {"bright_outlook": True} if self.random.random() < 0.45 else {},
        }

    def in_type(self, code: str, family: tuple[str, str]) -> Item:
        """An item of A."""
        item = self.occupation(code)
        item["job_family"] = {"code": family[0], "title": family[1]}
        return item

    def related(self, code: str, tasks: int) -> Item:
        """An item of B with about so many tasks; related ones are among the full list."""
        random = self.random
        zone = random.randint(1, 5)
        count = max(1, tasks + random.randint(-3, 3))
        first = random.randrange(len(self.tasks) - count)
        full = self.tasks[first : first + count]
        close = random.randint(0, min(3, count))
        item = self.occupation(code)
        item["job_zone"] = {"code": zone, "title": ZONES[zone - 1]}
        item["tasks"] = {
            "closely_related": full[:close],
            "less_related": full[close : close + random.randint(0, 3)],
            "full": full,
        }
        return item
