#!/usr/bin/env python3
"""Holds plumb's verdicts on bodies against those of an independent validator.

For every operation of the contracts, the field table becomes a JSON Schema, by the few lines of
this file and nothing of plumb's own. From the schema come random bodies, about half of them broken
in one place; `plumb check --operation` and the Python package `jsonschema` judge each, and so does
`jsonschema` with what `plumb export schema` makes of the contract. They must agree on every one.

    pip install PyYAML jsonschema
    swift build
    python3 Tests/Proof/verdicts.py

Options: --plumb PATH, --contracts DIR, --bodies N (for each operation), --seed N, --keep DIR.
Exit status: 0 when all verdicts agree, 1 when any differs.
"""

import argparse
import copy
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import yaml

DATE_TIME = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)"
SCALARS = {"string", "integer", "number", "boolean"}


class Loader(yaml.BaseLoader):
    """Takes every scalar as text, as the notation does."""


# --- From the notation to JSON Schema ---


class Schemas:
    """The schemas of one API's types."""

    def __init__(self, api):
        self.types = api.get("types", {})
        self.rows = api.get("rows", {})
        self.definitions = {}
        for name, node in self.types.items():
            self.definitions[name] = self.schema(node, name)

    def of_response(self, node, rows):
        self.rows = {**self.rows, **rows}
        return {**self.schema(node, "$"), "$defs": self.definitions}

    def schema(self, node, path):
        if isinstance(node, dict):
            return self.object(node, path)
        if isinstance(node, list):
            (item,) = node
            schema = {"type": "array", "items": self.schema(item, path + "[]")}
            return self.narrowed(schema, self.rows.get(path, ""))
        return self.scalar(node)

    def object(self, node, path):
        schema = {"type": "object", "properties": {}, "required": []}
        schema["additionalProperties"] = False
        for key, value in node.items():
            if key == "...":
                schema["additionalProperties"] = self.scalar(value)
                continue
            key, _, null = key.partition("|")
            name = key.removesuffix("?")
            inner = self.schema(value, f"{path}.{name}".removeprefix("$."))
            if null:
                inner = {"anyOf": [inner, {"type": "null"}]}
            schema["properties"][name] = inner
            if not key.endswith("?"):
                schema["required"].append(name)
        return schema

    def scalar(self, text):
        text, is_nullable = re.subn(r"\s*\|\s*null\s*$", "", text)
        word, _, rest = text.partition(" ")
        if word == "any":
            schema = {}
        elif word == "object":
            schema = {"type": "object"}
        elif word in self.types:
            schema = {"$ref": f"#/$defs/{word}"}
        elif word in SCALARS:
            schema = self.narrowed({"type": word}, rest)
        else:
            sys.exit(f"this script does not know the type {text!r}")
        return {"anyOf": [schema, {"type": "null"}]} if is_nullable else schema

    def narrowed(self, schema, text):
        kind = schema["type"]
        while text := text.strip():
            if match := re.match(r"\(([^)]*)\)", text):
                values = [value.strip() for value in match[1].split(",")]
                schema["enum"] = values if kind == "string" else [json.loads(v) for v in values]
            elif match := re.match(r"(?:length|items)\s+(\d*)\.\.(\d*)", text):
                least, most = ("minItems", "maxItems") if kind == "array" else ("minLength", "maxLength")
                schema.update({k: int(v) for k, v in zip((least, most), match.groups()) if v})
            elif match := re.match(r"(-?[\d.]*?\d)?\.\.(-?\d[\d.]*)?", text):
                ends = zip(("minimum", "maximum"), match.groups())
                schema.update({k: json.loads(v) for k, v in ends if v})
            elif match := re.match(r"/((?:\\.|[^/])*)/", text):
                schema["pattern"] = f"^(?:{match[1]})$"
            elif match := re.match(r"date-time", text):
                schema["pattern"] = f"^(?:{DATE_TIME})$"
            elif match := re.match(r"unique", text):
                schema["uniqueItems"] = True
            else:
                sys.exit(f"this script does not know the narrowing {text!r}")
            text = text[match.end() :]
        return schema


def operations(folder):
    """Each operation of a folder of contracts as (id, schema of its first success)."""
    for api_file in sorted(Path(folder).glob("*/api.yaml")):
        api = yaml.load(api_file.read_text(), Loader)
        for file in sorted(api_file.parent.glob("*.yaml")):
            contracts = yaml.load(file.read_text(), Loader).get("contracts") or {}
            for name, contract in contracts.items():
                responses = contract.get("responses") or {"200": contract.get("response")}
                node = next(iter(responses.values()))
                schema = Schemas(api).of_response(node, contract.get("rows", {}))
                yield f"{api_file.parent.name}/{name}", schema


# --- Bodies ---


class Maker:
    """Makes bodies of a schema, and breaks them."""

    TEXTS = ["", "plain", "Māori", "日本語", 'a "word"', "back\\slash", "🧪", "15-1252.00", "line\nbreak"]
    OTHERS = [None, True, 0, -7, 1.5, 1e300, "7", "true", "", [], {}, [1], {"code": "x"}, [{}]]

    def __init__(self, schema, dice):
        self.root = schema
        self.dice = dice

    def value(self, schema, depth=0):
        if "$ref" in schema:
            schema = self.root["$defs"][schema["$ref"].split("/")[-1]]
        if "anyOf" in schema:
            return self.value(self.dice.choice(schema["anyOf"]), depth)
        if "enum" in schema:
            return self.dice.choice(schema["enum"])
        make = {"object": self.object, "array": self.array, "string": self.string}
        kind = schema.get("type")
        if kind in make:
            return make[kind](schema, depth)
        if kind == "boolean":
            return self.dice.random() < 0.5
        if kind in ("integer", "number"):
            low = schema.get("minimum", -3)
            number = self.dice.randint(int(low), int(schema.get("maximum", low + 900)))
            return float(number) if self.dice.random() < 0.2 else number
        return copy.deepcopy(self.dice.choice(self.OTHERS))

    def object(self, schema, depth):
        made = {}
        for name, inner in schema.get("properties", {}).items():
            if name in schema["required"] or (depth < 6 and self.dice.random() < 0.6):
                made[name] = self.value(inner, depth + 1)
        if schema.get("additionalProperties", {}) is not False and self.dice.random() < 0.4:
            made["another"] = self.value(schema.get("additionalProperties", {}), depth + 1)
        if self.dice.random() < 0.2:
            made = dict(self.dice.sample(sorted(made.items()), len(made)))
        return made

    def array(self, schema, depth):
        least = schema.get("minItems", 0)
        count = self.dice.randint(least, min(schema.get("maxItems", least + 3), least + 3))
        return [self.value(schema["items"], depth + 1) for _ in range(count)]

    def string(self, schema, _):
        if "pattern" not in schema:
            return self.dice.choice(self.TEXTS)
        for text in ["2026-01-31T12:00:00Z", "2024-02-28 23:59:59.5+02:00", "15-1252.00", "15-0000", "a", "7"]:
            if re.match(schema["pattern"], text):
                return text
        sys.exit(f"this script has no text for the pattern {schema['pattern']!r}")

    def broken(self, body):
        """The body with one thing changed; now and then it conforms all the same."""
        body = copy.deepcopy(body)
        places = [(None, None)]

        def walk(node):
            children = node.items() if isinstance(node, dict) else enumerate(node)
            for key, value in children:
                places.append((node, key))
                if isinstance(value, (dict, list)):
                    walk(value)

        if isinstance(body, (dict, list)):
            walk(body)
        node, key = self.dice.choice(places[1:] or places)
        if node is None or self.dice.random() < 0.03:
            return copy.deepcopy(self.dice.choice(self.OTHERS))
        self.change(node, key)
        return body

    def change(self, node, key):
        change = self.dice.randrange(7)
        if change == 0:
            del node[key]
        elif change == 1 and isinstance(node, dict):
            near = self.dice.choice([key + "s", key.upper(), key.replace("_", ""), "legacy"])
            node[near] = node.pop(key)
        elif change == 2 and isinstance(node, dict):
            node[self.dice.choice(["legacy", key + "2", "", "*", "/", "~"])] = 7
        elif change == 3:
            node[key] = self.dice.choice([[node[key]], {"data": node[key]}, [node[key]] * 12])
        elif change == 4 and isinstance(node[key], (int, float)):
            node[key] = self.dice.choice([str(node[key]), node[key] + 0.5, -10**20, 10**30])
        elif change == 5 and isinstance(node[key], str):
            node[key] = self.dice.choice([node[key] + "x", node[key][1:], node[key].upper(), 7])
        else:
            node[key] = copy.deepcopy(self.dice.choice(self.OTHERS))

    def text(self, body):
        layout = self.dice.choice([{"separators": (",", ":")}, {}, {"indent": 2}, {"indent": 1}])
        return json.dumps(body, ensure_ascii=self.dice.random() < 0.3, **layout)


# --- Verdicts ---


def judged_by_plumb(plumb, contracts, operation, files):
    """The files in which plumb finds an error."""
    command = [plumb, "check", "--contracts", contracts, "--operation", operation]
    command += ["--all-places", "--report", "json"] + [str(file) for file in files]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"plumb failed on {operation}:\n{run.stderr}")
    findings = json.loads(run.stdout)["findings"]
    errors = [finding for finding in findings if finding["severity"] == "error"]
    return {place["recording"] for finding in errors for place in finding["places"]}


def exported(plumb, contracts, operation):
    """The JSON Schema that plumb makes of an operation, with formats as patterns."""
    command = [plumb, "export", "schema", operation, "--contracts", contracts]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"plumb failed on {operation}:\n{run.stderr}")

    def asserted(members):
        if members.get("format") == "date-time":
            members["pattern"] = f"^(?:{DATE_TIME})$"
        return members

    schema = json.loads(run.stdout, object_hook=asserted)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def compare(options, operation, schema, folder, dice):
    """How many bodies conform and how many do not; prints each on which verdicts differ."""
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    export = exported(options.plumb, options.contracts, operation)
    maker = Maker(schema, dice)
    files = []
    conforms = {}
    exports = {}
    for number in range(options.bodies):
        body = maker.value(schema)
        if number % 2:
            body = maker.broken(body)
        file = folder / f"{operation.replace('/', '.')}-{number:04}.json"
        file.write_text(maker.text(body), encoding="utf-8")
        files.append(file)
        conforms[str(file)] = validator.is_valid(body)
        exports[str(file)] = export.is_valid(body)
    wrong = judged_by_plumb(options.plumb, options.contracts, operation, files)
    differences = []
    for file in files:
        file = str(file)
        verdicts = {"jsonschema": conforms[file], "export": exports[file], "plumb": file not in wrong}
        if len(set(verdicts.values())) > 1:
            differences.append(file)
            said = ", ".join(f"{who} {'accepts' if is_right else 'refuses'} it" for who, is_right in verdicts.items())
            print(f"{file}: {said}\n  {Path(file).read_text()}")
    return sum(conforms.values()), len(differences)


def main():
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plumb", default=str(here / ".build/debug/plumb"))
    parser.add_argument("--contracts", default=str(here / "contracts"))
    parser.add_argument("--bodies", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a folder to keep the bodies in")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    total = differ = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for operation, schema in operations(options.contracts):
            right, different = compare(options, operation, schema, folder, dice)
            print(f"{operation}: {right} conform, {options.bodies - right} do not, {different} differ")
            total += options.bodies
            differ += different
    print(f"{total} bodies, {differ} verdicts differ")
    sys.exit(1 if differ or not total else 0)


if __name__ == "__main__":
    main()
