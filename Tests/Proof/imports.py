#!/usr/bin/env python3
"""Holds an imported OpenAPI description against an independent validator.

The description's schemas are mended here, by this script alone and only where their meaning is
evident, and each mending is counted: objects without `type`, and `"$ref": "#"`, which means the
schema around it. From each operation's schema come random bodies, about half of them broken in one
place. The Python package `jsonschema` judges them by the mended description, `plumb check` by the
contracts that `plumb import openapi` makes of the description as it is. They must agree on each.

    pip install PyYAML jsonschema
    swift build
    python3 Tests/Proof/imports.py openapi.json

Options: --plumb PATH, --bodies N (for each operation), --seed N, --keep DIR.
Exit status: 0 when all verdicts agree, 1 when any differs.
"""

import argparse
import collections
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import yaml

from verdicts import Loader, Maker, judged_by_plumb

MENDED = collections.Counter()


class Description:
    """The schemas of a description, mended, with references into `$defs`."""

    def __init__(self, document):
        self.document = document
        self.definitions = {}
        for name, schema in document.get("components", {}).get("schemas", {}).items():
            self.definitions[name] = self.mended(schema)

    def operations(self):
        """Each operation as (method and path, schema of its body)."""
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                if method in ("get", "post", "put", "patch", "delete"):
                    content = operation["responses"]["200"].get("content", {})
                    if "application/json" in content:
                        schema = self.mended(content["application/json"]["schema"])
                        yield (method, path), {**schema, "$defs": self.definitions}

    def mended(self, schema):
        """A schema whose defects are mended."""
        schema = dict(schema)
        if schema.get("$ref") == "#":
            MENDED['`"$ref": "#"` means the schema around it'] += 1
            return {"$ref": "#/$defs/around"}
        if "$ref" in schema:
            return {"$ref": "#/$defs/" + schema["$ref"].removeprefix("#/components/schemas/")}
        if "properties" in schema:
            if "type" not in schema:
                MENDED["an object has no `type`"] += 1
                schema["type"] = "object"
            inner = {name: self.mended(value) for name, value in schema["properties"].items()}
            schema["properties"] = inner
            schema.setdefault("required", [])
            return self.named(schema)
        if "items" in schema:
            schema["items"] = self.mended(schema["items"])
        return schema

    def named(self, schema):
        """A schema with a name of its own, when something inside refers to it."""
        text = json.dumps(schema)
        if '"#/$defs/around"' not in text:
            return schema
        name = f"around{len(self.definitions)}"
        self.definitions[name] = json.loads(text.replace("#/$defs/around", f"#/$defs/{name}"))
        return {"$ref": f"#/$defs/{name}"}


def imported(plumb, description, folder):
    """Imports a description; the operations by method and path."""
    command = [plumb, "import", "openapi", description, "--output", str(folder / "api")]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"plumb cannot import {description}:\n{run.stderr}")
    names = {}
    for file in sorted((folder / "api").glob("*.yaml")):
        for name, contract in (yaml.load(file.read_text(), Loader).get("contracts") or {}).items():
            for method in ("get", "post", "put", "patch", "delete"):
                if method in contract:
                    names[(method, contract[method])] = f"api/{name}"
    return names


def main():
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("description", help="an OpenAPI description in JSON")
    parser.add_argument("--plumb", default=str(here / ".build/debug/plumb"))
    parser.add_argument("--bodies", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a folder to keep contracts and bodies in")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    total = right = differ = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        names = imported(options.plumb, options.description, folder)
        operations = list(Description(json.loads(Path(options.description).read_text())).operations())
        for number, (key, schema) in enumerate(operations):
            validator = jsonschema.Draft202012Validator(schema)
            maker = Maker(schema, dice)
            conforms = {}
            for index in range(options.bodies):
                body = maker.value(schema)
                if index % 2:
                    body = maker.broken(body)
                file = folder / f"{number:03}-{index:04}.json"
                file.write_text(maker.text(body), encoding="utf-8")
                conforms[str(file)] = validator.is_valid(body)
            wrong = judged_by_plumb(options.plumb, folder, names[key], list(conforms))
            for file, is_right in conforms.items():
                if is_right == (file in wrong):
                    differ += 1
                    said = "accepts" if is_right else "refuses"
                    print(f"{names[key]}: jsonschema {said} it, plumb does not\n  {Path(file).read_text()}")
            total += options.bodies
            right += sum(conforms.values())
    for what, count in MENDED.items():
        print(f"mended: {what}, {count} times")
    print(f"{len(operations)} operations, {total} bodies, {right} conform, {differ} verdicts differ")
    sys.exit(1 if differ or not total else 0)


if __name__ == "__main__":
    main()
