"""Says of each configuration whether a JSON Schema accepts it.

usage: validate.py SCHEMA FILE ...

It prints a line a file: `accepted` or `refused`, a space, and the file. The schema itself has to be a valid one.
"""

import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Takes scalars for what YAML 1.2 takes them for: `no` and `off` are text."""

    yaml_implicit_resolvers = {}


for tag, first, pattern in [
    ("bool", "tTfF", "true|True|TRUE|false|False|FALSE"),
    ("null", "~nN\0", "~|null|Null|NULL|"),
    ("int", "-+0123456789", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", "-+.0123456789", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
]:
    for character in first:
        key = "" if character == "\0" else character
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [key])

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        value = yaml.load(file, Loader)
    print("accepted" if validator.is_valid(value) else "refused", path)
