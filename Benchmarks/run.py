#!/usr/bin/env python3
"""Measures the program and prints each figure beside its bar.

usage: run.py PROGRAM INPUT-MAKER

Two commands that are compared run in turn, so that a busy machine is busy for both; the figure is the ratio of their
medians, in seconds of processor time. Timings never fail the run: they depend on the machine.
"""
import itertools
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

import editing

FOLDER = pathlib.Path(__file__).resolve().parent.parent / ".build-bench"
LEXICONS = FOLDER.parent / "lexicons" / "en"
ROUNDS = 9
MEGABYTE = 1_000_000


def run(command, environment=None):
    """Processor seconds and peak resident kibibytes of a command whose output nobody reads, whatever its exit status."""
    child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def compare(ours, theirs, rounds=ROUNDS, environment=None):
    """Median processor seconds of two commands that run in turn."""
    pairs = [(run(ours)[0], run(theirs, environment)[0]) for _ in range(rounds)]
    return tuple(statistics.median(column) for column in zip(*pairs))


def report(what, figure, bar, unit="x", detail=""):
    verdict = "" if bar is None else f"bar {bar:g} {unit}, " + ("met" if figure <= bar else "NOT met")
    print(f"{what:<42} {figure:8.2f} {unit:<4} {verdict:<20} {detail}", flush=True)


def report_pair(what, times, bar, names):
    ours, theirs = times
    report(what, ours / theirs, bar, detail=f"{names[0]} {ours * 1000:.1f} ms, {names[1]} {theirs * 1000:.1f} ms")


# Inputs

def prose(maker, size, share):
    """A file of messages, made once."""
    path = FOLDER / f"prose-{size}-{share}.txt"
    if not path.exists():
        text = subprocess.run([maker, str(size), str(share)], check=True, capture_output=True).stdout
        path.write_bytes(text)
    return path


def records(path):
    """The messages of a file of prose, a JSON object a line."""
    target = path.with_suffix(".ndjson")
    messages = path.read_text(encoding="utf-8").split("\n\n")
    with target.open("w", encoding="utf-8") as out:
        for number, message in enumerate(messages):
            out.write(json.dumps({"id": number, "text": message.strip("\n")}, ensure_ascii=False) + "\n")
    return target


def cut(path, size, name):
    """The first messages of a file, up to a size."""
    target = FOLDER / name
    text = path.read_bytes()[:size]
    target.write_bytes(text[:text.rfind(b"\n\n") + 1] or text)
    return target


def made_up_lexicon(times):
    """A folder that adds to the English lexicon, so that it holds so many times its lexemes."""
    folder = FOLDER / f"lexicon-{times}" / "en"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = "".join(path.read_text(encoding="utf-8") for path in sorted(LEXICONS.glob("*.yml"))).splitlines()
    concepts = sorted({line[:-1] for line in lines if re.fullmatch(r"[a-z][a-z0-9.-]*:", line)} - {"contexts", "innocent"})
    count = sum(line.startswith("  - ") for line in lines) * (times - 1)
    # Words of no language, two to a lexeme, so that none is met in prose.
    syllables = [a + b for a in "bdfgjkqvxz" for b in ("axo", "ezu", "iqa", "ojy", "uxi")]
    words = map("".join, itertools.product(syllables, repeat=3))
    text = {concept: [] for concept in concepts}
    for number, word in zip(range(count), words):
        text[concepts[number % len(concepts)]].append(f"  - {word} {word[::-1]}\n")
    with (folder / "made-up.yml").open("w", encoding="utf-8") as out:
        for concept, lexemes in text.items():
            out.write(f"{concept}:\n" + "".join(lexemes or [f"  - xoxaq{concept.count('.')}q\n"]))
    return folder.parent, count


# Measurements

def measure_small(program, draft):
    check = [program, "check", "--exit-zero", "--quiet", str(draft)]
    empty = [sys.executable, "-S", "-E", "-c", "pass"]
    run(check), run(empty)
    report_pair("start, a draft of 1 KB", compare(check, empty, 3 * ROUNDS), 0.40, ("buyerlint", "python3"))
    report("peak memory, a draft of 1 KB", statistics.median(run(check)[1] for _ in range(ROUNDS)) / 1024, 40, "MiB")


def measure_large(program, text, small, ndjson):
    def check(path):
        return [program, "check", "--exit-zero", "--quiet", "--format", "concise", "--jobs", "1", str(path)]

    def read(path):
        return [program, "check", "--exit-zero", "--quiet", "--format", "ndjson", "--jobs", "1", str(path)]

    def count(path):
        return ["wc", "-w", str(path)]

    utf8 = dict(os.environ, LC_ALL="C.UTF-8")
    run(check(text)), run(count(text))
    report_pair("10 MB of prose", compare(check(text), count(text), environment=utf8), 3, ("buyerlint", "wc -w"))
    report_pair("10 MB as records", compare(read(ndjson), count(ndjson), environment=utf8), 6, ("buyerlint", "wc -w"))
    typos = install_typos()
    if typos:
        report_pair("10 MB of prose", compare(check(text), [typos, "--threads", "1", str(text)]), 1, ("buyerlint", "typos"))
    ten, one = compare(check(text), check(small))
    size = text.stat().st_size / small.stat().st_size
    report("10 MB against 1 MB, for each byte", ten / one / size, 1.1, detail=f"{ten * 1000:.0f} ms, {one * 1000:.0f} ms")


def install_typos():
    """The spelling checker of that name, fast and of like design, in an environment of its own; None if it is not to be had."""
    environment = FOLDER / "venv"
    program = environment / "bin" / "typos"
    if not program.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True, capture_output=True)
            subprocess.run([str(environment / "bin" / "pip"), "install", "--quiet", "typos"], check=True,
                           capture_output=True, timeout=120)
        except (OSError, subprocess.SubprocessError):
            print("typos: skipped, it could not be installed")
            return None
    return str(program) if program.exists() else None


def measure_lexicon_size(program, small, large):
    """Instructions for each byte of innocent prose with ten times the lexemes; what the start costs cancels out."""
    if not shutil.which("valgrind"):
        print("ten times the lexemes: skipped, there is no valgrind")
        return
    slopes = []
    for times in (1, 10):
        folder, added = made_up_lexicon(times)
        counts = [instructions([program, "check", "--exit-zero", "--quiet", "--jobs", "1", "--lang", "en", "--lexicon",
                                str(folder), str(path)]) for path in (small, large)]
        slopes.append((counts[1] - counts[0]) / (large.stat().st_size - small.stat().st_size))
    report("innocent prose, 10 times the lexemes", slopes[1] / slopes[0], 1.15,
           detail=f"{slopes[0]:.0f} and {slopes[1]:.0f} instructions a byte, {added} lexemes added")


def instructions(command):
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          capture_output=True, text=True, errors="replace")
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found:
        sys.exit(f"run.py: valgrind gave no count:\n{done.stderr[-2000:]}")
    return int(found[1])


def measure_editing(program, text):
    check = [program, "check", "--exit-zero", "--quiet", "--format", "concise", "--jobs", "1", str(text)]
    # What somebody waits for, so it is not processor time.
    checks = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run(check)
        checks.append(time.perf_counter() - start)
    times = max(editing.edits(program, text, 3 * ROUNDS)), statistics.median(checks)
    report_pair("the slowest of edits of 200 KB", times, 6, ("lsp", "check"))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, maker = (os.path.abspath(path) for path in sys.argv[1:])
    FOLDER.mkdir(exist_ok=True)
    text = prose(maker, 10 * MEGABYTE, 0.05)
    small = cut(text, MEGABYTE, "prose-small.txt")
    measure_small(program, cut(text, 1024, "draft.txt"))
    # One core for all that runs from here on.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    measure_large(program, text, small, records(text))
    measure_editing(program, cut(text, MEGABYTE // 5, "editing.txt"))
    innocent = prose(maker, 2 * MEGABYTE, 0)
    measure_lexicon_size(program, cut(innocent, MEGABYTE // 5, "innocent-small.txt"),
                         cut(innocent, MEGABYTE, "innocent-large.txt"))


main()
