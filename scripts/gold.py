"""Builds a gold file from a reading, and compares two readings list by list.

A reading is a folder of parts (in the order of their names), each with `lines.tsv` (at, role, text), `act.json` (one part)
and `annexes`, `chapters`, `steps`, `durations`, `citations`, `notes`, `defined_terms` as JSONL; steps name their durations by text.

    python scripts/gold.py build READING gold/NAME.json
    python scripts/gold.py compare READING READING
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from adilet_parser.score.gold import ACT_FIELDS, FIELDS
from adilet_parser.score.match import score_list

Row = dict[str, Any]
NUMBER = re.compile(r"^\d+(?:-\d+)*(?:[.)]\s?|-бап\.\s?)")
LISTS = ("annexes", "chapters", "steps", "durations", "citations", "notes", "defined_terms", "amendments")


def read_reading(folder: Path) -> tuple[Row, list[tuple[str, str, str]], dict[str, list[Row]]]:
    """Header facts, lines and lists of a reading, its parts one after the other."""
    act: Row = {}
    lines: list[tuple[str, str, str]] = []
    lists: dict[str, list[Row]] = {name: [] for name in FIELDS}
    for part in sorted(path for path in folder.iterdir() if path.is_dir()) or [folder]:
        if (part / "act.json").exists():
            act = json.loads((part / "act.json").read_text(encoding="utf-8"))
            act = {field: act[field] for field in ACT_FIELDS}
        for line in (part / "lines.tsv").read_text(encoding="utf-8").splitlines():
            at, role, text = line.split("\t")
            if (at, role) != ("at", "role"):
                lines.append((at, role, text))
        for name in LISTS:
            if not (part / f"{name}.jsonl").exists():
                continue
            rows = [
                json.loads(line) for line in (part / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line
            ]
            lists[name] += [{field: row.get(field) for field in FIELDS[name]} for row in rows]
    lists["points"] = points_of(lines)
    index_durations(lists)
    return act, lines, lists


def points_of(lines: list[tuple[str, str, str]]) -> list[Row]:
    """Points and sub-points with their unnumbered paragraphs, from the readers' line roles."""
    found: dict[str, list[str]] = {}
    for at, role, text in lines:
        if role in {"point", "subpoint", "article"}:
            found.setdefault(at, []).append(NUMBER.sub("", text))
        elif role == "para" and at in found:
            found[at].append(text)
    return [{"at": at, "text": "\n".join(parts)} for at, parts in found.items()]


def index_durations(lists: dict[str, list[Row]]) -> None:
    """Replaces the texts of a step's durations by their indices; each duration serves once."""
    used: set[int] = set()
    for step in lists["steps"]:
        indices = []
        for text in step["durations"]:
            index = next(
                i
                for i, row in enumerate(lists["durations"])
                if i not in used and row["text"] == text and row["at"] == step["at"]
            )
            used.add(index)
            indices.append(index)
        step["durations"] = indices


def build(reading: Path, target: Path) -> int:
    """Writes the gold file and its text."""
    act, lines, lists = read_reading(reading)
    data: Row = {"act": act, **lists}
    with target.open("w", encoding="utf-8") as out:
        out.write("{\n")
        for number, (name, value) in enumerate(data.items()):
            if isinstance(value, list):
                rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
                body = f"[\n{rows}\n ]" if value else "[]"
            else:
                body = json.dumps(value, ensure_ascii=False)
            out.write(f' "{name}": {body}{"," if number < len(data) - 1 else ""}\n')
        out.write("}\n")
    target.with_suffix(".txt").write_text("\n".join(text for _, _, text in lines) + "\n", encoding="utf-8")
    print(f"{target}: " + ", ".join(f"{name} {len(rows)}" for name, rows in lists.items()))
    return 0


def compare(left: Path, right: Path) -> int:
    """Prints the agreement of two readings per list, then every difference."""
    _, lines, lists = read_reading(left)
    _, other_lines, others = read_reading(right)
    texts = [[{"at": at, "text": text} for at, _, text in part] for part in (lines, other_lines)]
    lists["lines"], others["lines"] = texts
    FIELDS["lines"] = ("at", "text")
    differences = []
    for name, rows in lists.items():
        score = score_list(name, rows, others[name])
        if rows or others[name]:
            print(
                f"{name:<14} {score.strict.hit:>5} of {len(rows)} / {len(others[name])}  agreement {score.strict.f1:.3f}"
            )
        differences += score.differences
    for difference in differences:
        print(json.dumps(difference, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    command, *paths = sys.argv[1:] or ["help"]
    if command in {"build", "compare"} and len(paths) == 2:
        sys.exit((build if command == "build" else compare)(Path(paths[0]), Path(paths[1])))
    print(__doc__, file=sys.stderr)
    sys.exit(2)
