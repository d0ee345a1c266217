"""Speed of parsing, as a ratio to one pass of a plain regex over the same text in the same run.

    python scripts/bench_parse.py [FILE] [--rounds N]

Prints medians, the ratio, and the share of each stage. Import time stands apart.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import regex

from adilet_parser import __version__, parse
from adilet_parser.read.media import read
from adilet_parser.recognise.citations import read_citations
from adilet_parser.recognise.durations import read_durations
from adilet_parser.recognise.external import find_external
from adilet_parser.recognise.places import Places
from adilet_parser.recognise.terms import read_terms
from adilet_parser.repair.mend import repair_source
from adilet_parser.resolve.internal import Locators
from adilet_parser.segment.act import segment

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "almaty-2019-43" / "000_58b631955cadfebe.txt"
WORDS = regex.compile(r"\p{L}+|\d+|\S")


def median(work: Callable[[], object], rounds: int) -> float:
    """Median seconds of a piece of work."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    arguments.add_argument("--rounds", type=int, default=15)
    options = arguments.parse_args()
    data = options.file.read_bytes()
    source = read(data)
    repaired = repair_source(source)
    found = segment(repaired)
    places = Places(found.root)
    externals = find_external(repaired.text)
    terms = read_terms(repaired.text, places, externals)
    base = median(lambda: WORDS.findall(source.text), options.rounds * 3)
    whole = median(lambda: parse(data), options.rounds)
    stages: dict[str, float] = {
        "read": median(lambda: read(data), options.rounds),
        "repair": median(lambda: repair_source(source), options.rounds),
        "segment": median(lambda: segment(repaired), options.rounds),
        "durations": median(lambda: read_durations(repaired.text, places), options.rounds),
        "acts cited": median(lambda: find_external(repaired.text), options.rounds),
        "terms": median(lambda: read_terms(repaired.text, places, externals), options.rounds),
        "citations": median(
            lambda: read_citations(
                repaired.text, places, Locators(found.root, list(found.annexes)), terms, found.facts, externals
            ),
            options.rounds,
        ),
    }
    print(f"{options.file.name}: {len(source.text)} characters, median of {options.rounds} rounds")
    print(f"one pass of {WORDS.pattern!r}: {base * 1e3:.2f} ms; parse: {whole * 1e3:.1f} ms; ratio {whole / base:.1f}")
    for name, seconds in stages.items():
        print(f"  {name:<12}{seconds * 1e3:>8.1f} ms {seconds / whole:>7.1%}")
    rest = whole - sum(stages.values())
    print(f"  {'steps, checks, records':<12} {rest * 1e3:.1f} ms {rest / whole:.1%}")
    command = [
        sys.executable,
        "-c",
        "import time; s = time.perf_counter(); import adilet_parser; print(time.perf_counter() - s)",
    ]
    imported = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"import of adilet_parser (apart): {imported * 1e3:.0f} ms; parser version {__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
