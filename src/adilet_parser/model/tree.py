"""The reading face: the act as a tree whose leaves hold every character of the text once."""

from __future__ import annotations

from typing import Literal

from adilet_parser.model.base import Frozen, Span

NodeKind = Literal[
    "act", "header", "preamble", "operative", "annex", "part", "section", "chapter", "article", "point", "subpoint",
    "list", "row", "cell", "title", "status", "info", "stamp", "heading", "paragraph", "note", "table", "figure", "signature",
    "quoted", "contents", "torn",
]  # fmt: skip


class CellPlace(Frozen):
    """Where a cell stands in its table: row and column from 0, how many it spans; `header` if its row heads the table."""

    row: int
    column: int
    row_span: int
    column_span: int
    header: bool


class Node(Frozen):
    """One element of the act.

    A leaf (no `children`) is one line of the text and `text` is that line. An inner node has its own words, without
    number and without sub-points, in `text` (null where it has none of its own) and its parts in `children`. A `table`
    has `row`s, these have `cell`s, which say in `cell` where they stand.
    """

    kind: NodeKind
    at: str | None
    number: str | None = None
    heading: str | None = None
    text: str | None = None
    span: Span
    cell: CellPlace | None = None
    children: tuple[Node, ...] = ()
