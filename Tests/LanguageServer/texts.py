"""Places in texts as clients count them, edits of clients, and what `buyerlint check` says of a text."""

import json
import os
import re
import subprocess

from lsprotocol import types

PROGRAM = os.environ["BUYERLINT"]


def units(text, encoding):
    """How many units of an encoding a text takes."""
    if encoding == "utf-8":
        return len(text.encode())
    return len(text.encode("utf-16-le")) // 2 if encoding == "utf-16" else len(text)


def lines(text):
    """The lines of a text with their ends, as LSP cuts them."""
    result, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n"):
            result.append(text[start : at + 1])
            start = at + 1
        at += 1
    return result + [text[start:]]


def position(text, index, encoding):
    """The place of an index into a text."""
    before = lines(text[:index])
    return types.Position(len(before) - 1, units(before[-1], encoding))


def index(text, place, encoding):
    """The index into a text of a place, which has to be one of it."""
    all_lines = lines(text)
    start = sum(map(len, all_lines[: place.line]))
    line = all_lines[place.line]
    for length in range(len(line) + 1):
        if units(line[:length], encoding) == place.character:
            return start + length
    raise AssertionError(f"{place} is no place in {line!r} in {encoding}")


def apply(text, edits, encoding):
    """A text with edits made, which lie beside each other."""
    found = [(index(text, e.range.start, encoding), index(text, e.range.end, encoding), e.new_text) for e in edits]
    for start, end, new in sorted(found, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def check(path, *arguments):
    """What `check` finds in a file: rules, levels, messages, and places as line and code points from 0."""
    done = subprocess.run(
        [PROGRAM, "check", "--exit-zero", "--quiet", "--format", "json", *arguments, str(path)],
        capture_output=True,
        cwd=path.parent,
    )
    assert done.returncode in (0, 2), done.stderr
    report = json.loads(done.stdout)
    drafts = report if isinstance(report, list) else report["drafts"]
    found = []
    for draft in drafts:
        for finding in draft.get("findings", []):
            place = finding.get("source", finding)
            found.append(
                (
                    finding["rule"],
                    finding["severity"],
                    finding["message"],
                    (place["start"]["line"] - 1, place["start"]["column"] - 1),
                    (place["end"]["line"] - 1, place["end"]["column"] - 1),
                )
            )
    return sorted(found)


def starts(path):
    """The rules that `check` finds broken in a file, and where in it, as line and code points from 0."""
    done = subprocess.run(
        [PROGRAM, "check", "--quiet", "--format", "concise", path.name], capture_output=True, cwd=path.parent
    )
    found = re.findall(r"^.*?:(\d+):(\d+): .* \[(.*)\]$", done.stdout.decode(), re.M)
    return sorted((rule, (int(line) - 1, int(column) - 1)) for line, column, rule in found)


LEVELS = {1: "error", 2: "warning", 3: "info"}


def told(diagnostics, text, encoding):
    """Diagnostics of findings in the form of `check`."""
    all_lines = lines(text)

    def place(of):
        line = all_lines[of.line]
        return (of.line, index(line, types.Position(0, of.character), encoding))

    assert all(d.source == "buyerlint" for d in diagnostics)
    return sorted(
        (d.code, LEVELS[d.severity], d.message, place(d.range.start), place(d.range.end))
        for d in diagnostics
        if "/" in d.code
    )
