"""Parses real acts and prints a Markdown table of what was found; `docs/real-acts.md` is made with it.

    python scripts/real_acts.py FOLDER > docs/real-acts.md

FOLDER is searched for texts, pages and PDFs. Acts that lie with a truth.txt are left out: repair is scored on them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from adilet_parser import Act, parse

SUFFIXES = {".txt", ".html", ".pdf"}
HEAD = "| file | engine | act | points | annexes | chapters | durations | citations | amendments | conserved | seconds | problems |"


def row(path: Path, act: Act, seconds: float) -> str:
    """One line of the table."""
    facts = act.act
    name = " ".join(part for part in (facts.issuer, facts.adopted_on, facts.number and f"№ {facts.number}") if part)
    problems = Counter(f"{entry.code} ({entry.severity})" for entry in act.problems)
    told = ", ".join(f"{code} {count}" for code, count in sorted(problems.items())) or "none"
    counts = [act.points, act.annexes, act.chapters, act.durations, act.citations, act.amendments]
    cells = [
        path.name,
        act.source.engine,
        f"{facts.type}: {name or 'no header in the file'}",
        *[str(len(part)) for part in counts],
    ]
    return "| " + " | ".join([*cells, "yes" if act.conservation.exact else "NO", f"{seconds:.2f}", told]) + " |"


def main() -> int:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    options = arguments.parse_args()
    paths = sorted(
        p for p in options.folder.rglob("*") if p.suffix in SUFFIXES and not (p.parent / "truth.txt").exists()
    )
    print("# Real acts, as the parser reads them\n")
    print(
        "Made by `scripts/real_acts.py`. Nobody has read these acts fact by fact: the table shows that each is read whole,"
    )
    print("what its header says, and every problem that was raised.\n")
    print(HEAD)
    print("|---" * (HEAD.count("|") - 1) + "|")
    for path in paths:
        print(f"reading {path.name} ...", file=sys.stderr)
        start = time.perf_counter()
        act = parse(path)
        print(row(path, act, time.perf_counter() - start))
    return 0


if __name__ == "__main__":
    sys.exit(main())
