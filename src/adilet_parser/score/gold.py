"""Gold files: facts made by reading, with the repaired text beside them; validated before they score anything."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]

# The fields of each list, as the annotation guide names them. Anything else in a gold file is an error.
FIELDS: dict[str, tuple[str, ...]] = {
    "annexes": ("number", "at", "parent", "kind", "title", "service", "header_present"),
    "chapters": ("annex", "number", "title", "level"),
    "points": ("at", "text"),
    "steps": ("at", "procedure", "number", "actor", "action", "durations", "result"),
    "durations": ("at", "text", "iso8601", "calendar", "bound"),
    "citations": (
        "at", "kind", "text", "act_type", "issuer", "adopted_on", "number", "title", "registration_number", "pinpoint",
        "term", "target",
    ),
    "notes": ("at", "kind", "by_date", "by_number"),
    "defined_terms": ("at", "term", "meaning"),
    "amendments": ("at", "target_act", "target", "operation", "new_text"),
}  # fmt: skip
ACT_FIELDS = (
    "type", "title", "issuer", "adopted_on", "number", "registration", "status", "repealed_by", "signed_by",
)  # fmt: skip
UNIQUE = ("annexes", "points")
# Fields whose value is quoted from the repaired text
LITERAL: dict[str, tuple[str, ...]] = {
    "annexes": ("title",),
    "chapters": ("title",),
    "points": ("text",),
    "steps": ("result",),
    "durations": ("text",),
    "citations": ("text", "title"),
    "defined_terms": ("term", "meaning"),
    "amendments": ("new_text",),
}


class GoldError(ValueError):
    """A gold file that breaks the guide; the message names file, list, row and fault."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts of one act and its repaired text, line by line."""

    name: str
    act: Row
    lists: dict[str, list[Row]]
    lines: tuple[str, ...]


def load(path: Path) -> Gold:
    """Reads and validates `NAME.json` and `NAME.txt`. Raises GoldError or OSError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}: not JSON: {error}") from error
    lines = tuple(path.with_suffix(".txt").read_text(encoding="utf-8").split("\n"))
    gold = Gold(path.stem, data.get("act", {}), {name: data.get(name, []) for name in FIELDS}, lines)
    faults = validate(gold, data)
    if faults:
        raise GoldError(f"{path}: " + "; ".join(faults[:10]))
    return gold


def validate(gold: Gold, data: Row) -> list[str]:
    """Everything that is wrong with a gold file; empty if it may score."""
    faults = [f"unknown list {name!r}" for name in sorted(set(data) - set(FIELDS) - {"act"})]
    faults += [f"act: unknown field {name!r}" for name in sorted(set(gold.act) - set(ACT_FIELDS))]
    faults += [f"act: field {name!r} is missing" for name in ACT_FIELDS if name not in gold.act]
    text = "\n".join(gold.lines)
    for name, rows in gold.lists.items():
        for index, row in enumerate(rows):
            where = f"{name}[{index}]"
            faults += [f"{where}: unknown field {field!r}" for field in sorted(set(row) - set(FIELDS[name]))]
            faults += [f"{where}: field {field!r} is missing" for field in FIELDS[name] if field not in row]
            for field in LITERAL.get(name, ()):
                for line in str(row.get(field) or "").split("\n"):
                    if line not in text:
                        faults.append(f"{where}: {field} {line[:60]!r} is not in the text")
        if name in UNIQUE:
            repeated = [at for at, count in Counter(row.get("at") for row in rows).items() if count > 1]
            faults += [f"{name}: {at!r} comes more than once" for at in repeated]
    return faults + _references(gold)


def _references(gold: Gold) -> list[str]:
    """Targets that do not exist, and indices that lead nowhere."""
    places = {row.get("at") for name in ("annexes", "points") for row in gold.lists[name]}
    faults = []
    for index, row in enumerate(gold.lists["citations"]):
        target = row.get("target")
        if target is not None and target not in places:
            faults.append(f"citations[{index}]: target {target!r} does not exist")
    for index, row in enumerate(gold.lists["steps"]):
        for duration in row.get("durations") or []:
            if not isinstance(duration, int) or not 0 <= duration < len(gold.lists["durations"]):
                faults.append(f"steps[{index}]: there is no duration {duration!r}")
    return faults
