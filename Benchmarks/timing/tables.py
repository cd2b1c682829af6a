"""Markdown tables of figures, ratios and goals."""

from collections.abc import Sequence

from corpus.writing import Corpus
from timing.rounds import Figures
from timing.startup import Start

# The least speed of `plumb`, in multiples of a peer's validation alone.
PEER_GOALS = {
    ("pages", "simdjson"): 1.3,
    ("pages", "jsonschema-rs"): 7.0,
    ("shuffled", "simdjson"): 0.8,
    ("japanese", "simdjson"): 1.0,
    ("macrons", "simdjson"): 1.0,
}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; what holds words is set left, figures are set right."""
    words = {0, *(index for index, name in enumerate(head) if name in ("tool", "goal"))}
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    rule = [
        "-" * width if index in words else "-" * (width - 1) + ":"
        for index, width in enumerate(widths)
    ]

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.ljust(width) if index in words else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(cells, widths))
        ]
        return "| " + " | ".join(padded) + " |"

    return "\n".join(line(cells) for cells in (head, rule, *rows))


def verdict(value: float, goal: float | None) -> str:
    """The goal, and whether the value reaches it."""
    if goal is None:
        return ""
    return f">= {goal:g} {'met' if value >= goal else 'MISSED'}"


def speed_rows(corpus: Corpus, figures: dict[str, Figures]) -> list[list[str]]:
    """One row for each tool on one corpus."""
    rows: list[list[str]] = []
    plumb = figures.get("plumb")
    for name, each in figures.items():
        row = [corpus.name, name, f"{corpus.bytes / 1e6:.1f}", f"{each.cpu:.3f}"]
        row.append(f"{each.inner:.3f}" if each.inner is not None else "")
        row.append(f"{corpus.bytes / 1e6 / (each.inner or each.cpu):,.0f}")
        row.append(f"{each.peak:.0f}")
        if plumb and each.inner is not None:
            alone = each.inner / plumb.cpu
            row += [f"{alone:.2f}", f"{each.cpu / plumb.cpu:.2f}"]
            row.append(verdict(alone, PEER_GOALS.get((corpus.name, name))))
        else:
            row += ["", "", ""]
        rows.append(row)
    return rows


SPEED_HEAD = (
    "corpus", "tool", "MB", "CPU s", "validation s", "MB/s", "peak MiB",
    "plumb / validation alone", "plumb / whole process", "goal",
)


def start_rows(starts: Sequence[Start]) -> list[list[str]]:
    """One row for each command."""
    rows: list[list[str]] = []
    for each in starts:
        goal = ""
        if each.goal is not None:
            goal = f"< {each.goal:g} ms {'met' if each.wall < each.goal else 'MISSED'}"
        rows.append([each.name, f"{each.cpu:.1f}", f"{each.wall:.1f}", f"{each.peak:.0f}", goal])
    return rows


START_HEAD = ("command", "CPU ms", "wall ms", "peak MiB", "goal")


def ratio_row(name: str, value: float, goal: float | None = None) -> list[str]:
    """A ratio of two ways to run `plumb`."""
    return [name, f"{value:.2f}", verdict(value, goal)]


RATIO_HEAD = ("what", "ratio", "goal")
