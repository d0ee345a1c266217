"""Phrases and short acts made by reading, in the wordings of many offices: what each says must be read from it, row by row.

Rows that the parser does not read as their reader did stand in OPEN, by file; one that comes right must leave the list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from adilet_parser import parse
from adilet_parser.score.gold import ACT_FIELDS, FIELDS
from adilet_parser.score.match import canonical

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "phrases"
HEAD = (
    "Тірек қаулы бекіту туралы\nАлматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысы\nӘкімдік ҚАУЛЫ ЕТЕДІ:\n"
)
REGULATION = (
    HEAD + "1. Бекітілсін.\nАлматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысымен бекітілген 1-қосымша\n"
    '"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті\n1-тарау. Жалпы ережелер\n1. Жалпы.\n2-тарау. Тәртіп\n'
)
# A place that leads out of the phrase keeps its whole pinpoint: only whole acts tell it.
PLACES = frozenset(["at", "target", "pinpoint"])
STEP_FIELDS = ("procedure", "number", "actor", "action", "durations", "result")
OPEN: dict[str, frozenset[int]] = {
    "acts": frozenset([2, 6, 9, 12, 14, 26, 36, 38, 55, 60]),
    "citations": frozenset([20, 26, 48, 55, 101, 105, 109, 125, 138]),
    "citing_acts": frozenset([9, 15, 16, 17, 20, 22]),
    "steps": frozenset([7, 21, 23, 38, 41]),
}


def rows(name: str) -> list[Row]:
    """The rows of a file."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def read(text: str) -> Row:
    """What the parser says of a text, as plain data."""
    data: Row = json.loads(parse(text.encode(), "phrase.txt").model_dump_json())
    return data


def same(wanted: list[Row], found: list[Row], fields: tuple[str, ...]) -> Iterator[tuple[list[str], list[str]]]:
    """Both sides in one spelling, in one order."""
    yield tuple(sorted(canonical([row.get(field) for field in fields]) for row in side) for side in (wanted, found))  # type: ignore[misc]


def durations(row: Row) -> Iterator[tuple[list[str], list[str]]]:
    """A paragraph and its lengths of time."""
    fields = tuple(field for field in FIELDS["durations"] if field != "at")
    return same(row["durations"], read(f"{HEAD}1. {row['text']}\n")["durations"], fields)


def steps(row: Row) -> Iterator[tuple[list[str], list[str]]]:
    """A point that announces a list, its items, and the steps that they are."""
    data = read(REGULATION + row["lead"] + "\n" + "\n".join(row["items"]) + "\n")
    found = [
        {**step, "durations": [data["durations"][index]["text"] for index in step["durations"]]}
        for step in data["steps"]
    ]
    return same(row["steps"], found, STEP_FIELDS)


def citations(row: Row) -> Iterator[tuple[list[str], list[str]]]:
    """A paragraph, what it cites and what it defines."""
    data = read(f"{HEAD}1. {row['text']}\n")
    yield from same(row["citations"], data["citations"], tuple(f for f in FIELDS["citations"] if f not in PLACES))
    yield from same(row["defined_terms"], data["defined_terms"], ("term", "meaning"))


def acts(row: Row) -> Iterator[tuple[list[str], list[str]]]:
    """A short act: its head, annexes, headings, locators, notes."""
    data = read("\n".join(row["lines"]) + "\n")
    yield from same([row["act"]], [data["act"]], ACT_FIELDS)
    for name in ("annexes", "chapters", "notes"):
        yield from same(row[name], data[name], FIELDS[name])
    yield sorted(row["points"]), sorted(point["at"] for point in data["points"])


def citing_acts(row: Row) -> Iterator[tuple[list[str], list[str]]]:
    """A short act: every citation with its place and target, every defined term."""
    data = read("\n".join(row["lines"]) + "\n")
    for name in ("citations", "defined_terms"):
        yield from same(row[name], data[name], FIELDS[name])


KINDS: tuple[Callable[[Row], Iterator[tuple[list[str], list[str]]]], ...] = (
    durations,
    steps,
    citations,
    acts,
    citing_acts,
)
CASES = [(kind, row) for kind in KINDS for row in rows(kind.__name__)]


@pytest.mark.parametrize(("kind", "row"), CASES, ids=[f"{kind.__name__}-{row['id']}" for kind, row in CASES])
def test_a_phrase_says_what_its_reader_read(
    kind: Callable[[Row], Iterator[tuple[list[str], list[str]]]], row: Row
) -> None:
    wrong = [(wanted, found) for wanted, found in kind(row) if wanted != found]
    if row["id"] in OPEN.get(kind.__name__, ()):
        assert wrong, f"{kind.__name__} {row['id']} is read right now: take it out of OPEN"
    else:
        for wanted, found in wrong:
            assert found == wanted
