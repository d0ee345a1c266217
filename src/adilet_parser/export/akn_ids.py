"""The eIds of an Akoma Ntoso document: locators made unique, and from locators to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from adilet_parser.export.xml_text import xml_text
from adilet_parser.identity.frbr import slug
from adilet_parser.text_order import Part

# what has no locator of its own, but that of the annex or point around it, is named by kind and number
SHORT = {"part": "part", "section": "sec", "chapter": "chp", "table": "table", "list": "list"}
NUMBERED = frozenset(["part", "section", "chapter", "article", "point", "subpoint", "list", "table"])
NAMED = NUMBERED | {"annex", "header", "preamble"}


class Ids:
    """An eId for every element that can be cited; the first element of a locator is the one it leads to."""

    def __init__(self, parts: Part) -> None:
        self.by_locator: dict[str, str] = {}
        self._by_part: dict[int, str] = {}
        self._taken: set[str] = set()
        self._name(parts, "")

    def of(self, part: Part) -> str:
        """The eId of an annex or of an element of a hierarchy."""
        return self._by_part[id(part)]

    def of_first(self, parts: Sequence[Part], kind: str) -> dict[str, str]:
        """As an attribute, the eId of the first of these parts that is of a kind."""
        return next(({"eId": self.of(part)} for part in parts if part.kind == kind and not part.is_leaf), {})

    def _name(self, part: Part, above: str) -> None:
        for child in part.children:
            name = above
            if child.kind in NAMED and not child.is_leaf:
                name = self._free(self._wanted(child, above))
                self._by_part[id(child)] = name
                if child.node.at is not None and child.kind not in SHORT:
                    self.by_locator.setdefault(child.node.at, name)
            self._name(child, name)

    def _wanted(self, part: Part, above: str) -> str:
        node = part.node
        if node.at and part.kind not in SHORT:
            return re.sub(r"\s+", "-", xml_text(node.at)).replace(".", "__")
        own = "_".join(filter(None, [SHORT.get(part.kind, part.kind), slug(node.number or "")]))
        return f"{above}__{own}" if above else own

    def _free(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}_n{count}"
        self._taken.add(name)
        return name
