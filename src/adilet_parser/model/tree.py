"""The reading face: the act as a tree whose leaves hold every character of the text once."""

from __future__ import annotations

from typing import Literal

from adilet_parser.model.base import Frozen, Span

NodeKind = Literal[
    "act", "header", "preamble", "operative", "annex", "part", "section", "chapter", "article", "point", "subpoint",
    "list", "title", "status", "info", "stamp", "heading", "paragraph", "note", "table", "figure", "signature",
    "torn",
]  # fmt: skip


class Node(Frozen):
    """One element of the act.

    A leaf (no `children`) is one line of the text and `text` is that line. An inner node has its own words, without
    number and without sub-points, in `text` (null where it has none of its own) and its parts in `children`.
    """

    kind: NodeKind
    at: str | None
    number: str | None = None
    heading: str | None = None
    text: str | None = None
    span: Span
    children: tuple[Node, ...] = ()
