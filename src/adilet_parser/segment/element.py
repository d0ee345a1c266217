"""A part of the act while the tree is being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from adilet_parser.model.base import Span
from adilet_parser.model.tree import CellPlace, Node, NodeKind


@dataclass(slots=True)
class Element:
    """One part of the act: `own` are the stretches of its own words, without number and sub-points."""

    kind: NodeKind
    at: str | None
    start: int
    end: int
    rule: str
    number: str | None = None
    heading: str | None = None
    own: list[Span] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)
    cell: CellPlace | None = None

    def add(self, child: Element) -> Element:
        """Takes a part in; the hull grows with it."""
        self.children.append(child)
        return child

    def close(self) -> None:
        """Sets the hull from the parts, bottom up."""
        for child in self.children:
            child.close()
        if self.children:
            self.start = min(child.start for child in self.children)
            self.end = max(child.end for child in self.children)

    def walk(self) -> Iterator[Element]:
        """This element and all under it, in text order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def own_text(self, text: str) -> str | None:
        """The element's own words, its paragraphs on lines of their own."""
        return "\n".join(text[start:end] for start, end in self.own) if self.own else None

    def node(self, text: str) -> Node:
        """The element as a node of the reading face."""
        leaf = not self.children
        return Node(
            kind=self.kind,
            at=self.at,
            number=self.number,
            heading=self.heading,
            text=text[self.start : self.end] if leaf else self.own_text(text),
            span=(self.start, self.end),
            cell=self.cell,
            children=tuple(child.node(text) for child in self.children),
        )
