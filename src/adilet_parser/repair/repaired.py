"""What repair hands on: the logical text, its paragraphs, and the record of what was changed."""

from __future__ import annotations

from dataclasses import dataclass

from adilet_parser.model.base import Span
from adilet_parser.model.problems import Problem
from adilet_parser.model.provenance import Repair
from adilet_parser.read.source import Cell, Line
from adilet_parser.repair.border import Verdict
from adilet_parser.repair.links import Placement
from adilet_parser.repair.strand import Strand


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` is one logical line; `torn` marks a remainder of a lost stretch, `cell` is its table cell."""

    start: int
    end: int
    torn: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Repaired:
    """The repaired text. `runs` are (start in text, start in source, length), in text order; `dropped` are source ranges."""

    text: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    runs: tuple[tuple[int, int, int], ...]
    dropped: tuple[Span, ...]
    repairs: tuple[Repair, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class MendedLine:
    """A printed line after repair, and how it follows the line above (`joint` is unused where it starts a paragraph)."""

    line: Line
    strand: Strand
    placement: Placement | None
    unplaced: bool
    verdict: Verdict
    rule: str
    joint: str
    hyphens: tuple[int, ...] = ()
