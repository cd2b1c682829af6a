"""The error that ends a benchmark."""


class WrongAnswer(Exception):
    """A tool answered something else than was planted: its speed means nothing."""
