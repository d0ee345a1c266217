"""The whole contract in one class."""

from typing import Literal

from adilet_parser.model.base import Frozen, Record
from adilet_parser.model.problems import Problem
from adilet_parser.model.provenance import Repair, SourceInfo, SourceMap
from adilet_parser.model.records import (
    ActFacts,
    Amendment,
    Annex,
    Chapter,
    Citation,
    DefinedTerm,
    Duration,
    Link,
    Note,
    Point,
    Step,
)
from adilet_parser.model.tree import Node
from adilet_parser.version import SCHEMA_VERSION

Language = Literal["kk", "ru"]
RECORD_LISTS: dict[str, type[Record]] = {
    "annexes": Annex, "chapters": Chapter, "points": Point, "steps": Step, "durations": Duration, "citations": Citation,
    "notes": Note, "defined_terms": DefinedTerm, "amendments": Amendment,
}  # fmt: skip
"""The record lists of an act by name."""


class Conservation(Frozen):
    """The balance of non-blank characters: `source - dropped + added == text`, place by place (`exact`)."""

    source: int
    dropped: int
    substituted: int
    added: int
    text: int
    exact: bool


class Act(Frozen):
    """Everything that was read from one input; see `docs/schema.md` and the published JSON Schema."""

    schema_version: str = SCHEMA_VERSION
    source: SourceInfo
    language: Language
    act: ActFacts
    text: str
    tree: Node
    annexes: tuple[Annex, ...]
    chapters: tuple[Chapter, ...]
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    durations: tuple[Duration, ...]
    citations: tuple[Citation, ...]
    notes: tuple[Note, ...]
    defined_terms: tuple[DefinedTerm, ...]
    amendments: tuple[Amendment, ...]
    links: tuple[Link, ...] = ()
    repairs: tuple[Repair, ...]
    problems: tuple[Problem, ...]
    conservation: Conservation
    source_map: SourceMap
