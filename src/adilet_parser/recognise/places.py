"""Which part of the act a place in the text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from adilet_parser.segment.element import Element


@dataclass(frozen=True, slots=True)
class Place:
    """A leaf of the tree: its locator, the annex it is in (null: operative part or head), its line of the text."""

    at: str
    annex: str | None
    kind: str
    start: int
    end: int


class Places:
    """Looks up leaves by text offset."""

    def __init__(self, root: Element) -> None:
        self.leaves: list[Place] = []
        self._collect(root, None)
        self.leaves.sort(key=lambda leaf: leaf.start)
        self._starts = [leaf.start for leaf in self.leaves]

    def _collect(self, element: Element, annex: str | None) -> None:
        if element.kind == "annex":
            annex = element.at
        if not element.children:
            if element.kind != "act":
                at = element.at or annex or "operative"
                self.leaves.append(Place(at, annex, element.kind, element.start, element.end))
            return
        for child in element.children:
            self._collect(child, annex)

    def of(self, offset: int) -> Place:
        """The leaf that holds an offset."""
        return self.leaves[max(bisect_right(self._starts, offset) - 1, 0)]
