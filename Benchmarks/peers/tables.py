"""The two field tables as JSON Schemas."""

from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}


def table(**rows: Schema) -> Schema:
    """An object with exactly these rows; a name that ends in `_optional` says so."""
    names = {name.removesuffix("_optional"): schema for name, schema in rows.items()}
    return {
        "type": "object",
        "properties": names,
        "required": [name for name in rows if name in names],
        "additionalProperties": False,
    }


def list_of(element: Schema) -> Schema:
    """A list of such elements."""
    return {"type": "array", "items": element}


def page(**rows: Schema) -> Schema:
    """A page of occupations: the rows that every item has, and these."""
    occupation = table(
        href=STRING,
        code=STRING,
        title=STRING,
        tags=table(bright_outlook_optional=BOOLEAN),
        **rows,
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **table(
            start=INTEGER,
            end=INTEGER,
            total=INTEGER,
            prev_optional=STRING,
            next_optional=STRING,
            occupation=list_of(occupation),
        ),
    }


TASKS = list_of(table(id=STRING, title=STRING))
IN_TYPE = page(job_family=table(code=STRING, title=STRING))
RELATED = page(
    job_zone=table(code=INTEGER, title=STRING),
    tasks=table(closely_related=TASKS, less_related=TASKS, full=TASKS),
)
