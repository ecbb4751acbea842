"""Says of each line of standard input whether a definition of a JSON Schema accepts it.

usage: validate.py SCHEMA DEFINITION; prints `accepted`, or `refused: ` and why, for each line
"""
import json, sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator({"$ref": f"#/definitions/{sys.argv[2]}", "definitions": schema["definitions"]})
for line in sys.stdin:
    errors = [error.message for error in validator.iter_errors(json.loads(line))]
    print("refused: " + "; ".join(errors) if errors else "accepted")
