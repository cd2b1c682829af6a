"""Holds JSON bodies to two JSON Schemas with orjson and jsonschema-rs, as a peer for `plumb`.

usage: jsonschema_peer.py FILE ab|a

The same bodies, arguments and output as `simdjson_peer.cpp`.
"""

import json
import sys
import time
from collections.abc import Iterator

import jsonschema_rs
import orjson

from tables import IN_TYPE, RELATED

PIECE = 1 << 20


def pieces(path: str, alternate: bool) -> Iterator[list[bytes]]:
    """The bodies of the file, about 1 MB of them at a time."""
    with open(path, "rb") as file:
        if not alternate:
            yield [file.read()]
            return
        while lines := file.readlines(PIECE):
            yield lines


def main() -> None:
    """Validates, and prints one line of JSON."""
    alternate = sys.argv[2] == "ab"
    validators = [jsonschema_rs.validator_for(schema) for schema in (IN_TYPE, RELATED)]
    accepts = [validators[0].is_valid, validators[alternate].is_valid]
    loads = orjson.loads
    documents = bad = 0
    seconds = 0.0
    for bodies in pieces(sys.argv[1], alternate):
        start = time.process_time()
        for body in bodies:
            try:
                bad += not accepts[documents & 1](loads(body))
            except orjson.JSONDecodeError:
                bad += 1
            documents += 1
        seconds += time.process_time() - start
    print(json.dumps({"documents": documents, "bad": bad, "seconds": seconds}))


if __name__ == "__main__":
    main()
